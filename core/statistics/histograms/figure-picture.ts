import type { SampleColumns } from '../../data/events/sample-columns.ts';
import { compileTransform, sideBySide } from '../../data/transforms/transforms.ts';
import { gateOnScales } from '../../gating/strategy/gate-on-scale.ts';
import type { Population } from '../../gating/strategy/population.ts';
import type { ScaledChannel } from '../../gating/strategy/used-channels.ts';
import { statedRange } from './axis-range.ts';
import { type PlotAxis, type PlotData, type PlotGate, plotPopulation } from './plot-data.ts';

/**
 * The cells of the composition, CD3 across and CD56 up, on the scales of the figure and with the cross of this very sample. Undefined where
 * the strategy has no such four populations or the sample lacks a channel.
 */
export function figurePicture(
  populations: readonly Population[],
  channel: (id: string) => ScaledChannel | undefined,
  columns: SampleColumns,
): PlotData | undefined {
  const nk = populations.find(({ role }) => role === 'nk');
  const own = crossing.map((id) => channel(id));
  const [x, y] = own.map((found) => found && onFigure(found));
  if (nk?.parent === undefined || x === undefined || y === undefined) return undefined;
  const { placed } = nk;
  const isCross = placed !== undefined && crossing.every((id, i) => placed.dimensions[i] === id);
  const gate =
    isCross && placed.dimensions.length === 2
      ? gateOnScales(
          placed.gate,
          own.flatMap((found) => found?.scale ?? []),
          [x.scale, y.scale],
        )
      : undefined;
  const gates: readonly PlotGate[] = gate === undefined ? [] : [{ gate, populations: [] }];
  const axes = [statedAxis(x), statedAxis(y)] as const;
  return { ...plotPopulation(nk.parent, gates, x, y, columns, axes), figure: 'methods' };
}

const crossing = ['CD3', 'CD56'] as const;

/** Whatever the values of the sample are. */
const statedAxis = (channel: ScaledChannel): PlotAxis => ({ channel: channel.used, ...statedRange(channel) });

function onFigure(channel: ScaledChannel): ScaledChannel {
  const transform = sideBySide(channel.used.transform);
  return { ...channel, used: { ...channel.used, transform }, scale: compileTransform(transform) };
}
