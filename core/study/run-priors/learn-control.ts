import { Problem } from '../../base/problem.ts';
import type { AxisControl } from '../../gating/automatic/kind/same-run.ts';
import { EDGE_PERCENTILE } from '../../gating/automatic/kind/same-run.ts';
import { sortedValues } from '../../statistics/population-values.ts';
import { quantileSorted } from '../../statistics/value-statistics.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { gatePrepared } from '../sample/gate-prepared.ts';
import type { PreparedSample } from '../sample/prepared-sample.ts';
import { axisKey, type RunPriors, stepAxes } from './run-priors.ts';

export interface ControlSample {
  readonly kind: AxisControl['kind'];
  readonly file: string;
  /** What an FMO control left out: panel id or $PnN. */
  readonly omits?: string | undefined;
}

/** A control with fewer events in the parent of a gate says nothing of it: of 200, one lies above the 99.5th percentile. */
const FEWEST = 200;

/**
 * Where the negatives of a control end, for each automatic gate on the axes that it is negative on, within the control's own parent
 * population. The protocol's gates have ids (`nameGates`).
 * @throws Problem `control-omits` where an FMO control does not say what it left out, or the file has no such channel
 */
export function learnControl(sample: PreparedSample, protocol: Protocol, { kind, file, omits = '' }: ControlSample): RunPriors {
  const omitted = kind === 'fmo' ? sample.channel(omits)?.index : undefined;
  if (kind === 'fmo' && omitted === undefined) throw new Problem('control-omits', noMarker, { file, omits });
  const { populations } = gatePrepared(sample, protocol, { collect: true, absent: 'skip' });
  const described = { populations, columns: sample.columns, channel: sample.channel, uncompensated: () => [] };
  return new Map(
    stepAxes(protocol.strategy).flatMap((place) => {
      const channel = sample.channel(place.dimension);
      const parent = populations.find(({ placed }) => placed?.id === place.gate)?.parent;
      if (channel === undefined || parent === undefined || parent.count < FEWEST) return [];
      if (kind === 'fmo' && channel.index !== omitted) return [];
      const sorted = sortedValues(described, channel, 'compensated', parent);
      const control: AxisControl = {
        kind,
        file,
        events: sorted.length,
        median: quantileSorted(sorted, 0.5),
        edge: quantileSorted(sorted, EDGE_PERCENTILE / 100),
      };
      return [[axisKey(place), { control }] as const];
    }),
  );
}

const noMarker = {
  en: 'The FMO control {file} must say which marker it leaves out ("{omits}" is none of its channels).',
  ja: 'FMOコントロール{file}は、除いたマーカーを指定する必要があります(「{omits}」というチャンネルはありません)。',
};
