import { identity, type Transform } from '../../../core/data/transforms/transforms.ts';
import type { QualityPicture } from '../../../core/gating/quality/quality.ts';
import type { UsedChannel } from '../../../core/gating/strategy/used-channels.ts';
import type { Assessment } from '../../../core/study/sample/assess-prepared.ts';

/** One small chart over the acquisition: lines of one value a bin; NaN where a line is not known. */
export interface Trace {
  /** `flow-rate` or the panel's name of a channel. */
  readonly id: string;
  readonly unit: QualityPicture['unit'];
  readonly lines: readonly (readonly number[])[];
  readonly flagged: readonly boolean[];
  readonly min: number;
  readonly max: number;
  readonly transform: Transform;
}

/** Less than this of a display scale fills no chart: a quiet line should look quiet. */
const LEAST_SPAN = 0.3;

/** The pictures of a report as charts: the peaks of a channel together, the flow rate from zero. */
export function tracesOf(
  { pictures }: Pick<Assessment, 'pictures'>,
  channels: readonly Pick<UsedChannel, 'id' | 'transform'>[],
): readonly Trace[] {
  return [...new Set(pictures.map(({ id }) => id))].map((id) => {
    const of = pictures.filter((picture) => picture.id === id);
    const unit = of[0]?.unit ?? 'scale';
    // events are flagged whole: a bin that one channel showed is marked on all of them
    const alike = pictures.filter((picture) => picture.unit === unit);
    const flagged = (of[0]?.flagged ?? []).map((_, bin) => alike.some((picture) => picture.flagged[bin]));
    const lines = of.map(({ values }) => values);
    const transform = channels.find((channel) => channel.id === id)?.transform ?? identity;
    return { id, unit, lines, flagged, transform, ...spanOf(lines.flat().filter(Number.isFinite), unit) };
  });
}

function spanOf(values: readonly number[], unit: Trace['unit']): { readonly min: number; readonly max: number } {
  const [low, high] = values.reduce(
    ([a, b], value) => [Math.min(a, value), Math.max(b, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  if (!(low <= high)) return { min: 0, max: 1 };
  if (unit === 'events-per-second') return { min: 0, max: Math.max(1e-9, 1.1 * high) };
  const half = Math.max(LEAST_SPAN, 1.3 * (high - low)) / 2;
  return { min: (low + high) / 2 - half, max: (low + high) / 2 + half };
}

/** From the first to the last event, in the unit of the clock: the flow rate's bins are equally long. */
export function durationOf({ lines: [rates = []] }: Trace, eventCount: number): number {
  const sum = rates.reduce((total, rate) => total + rate, 0);
  return sum > 0 ? (rates.length * eventCount) / sum : 0;
}

/** Runs of flagged bins, as parts of the width from 0 to 1. */
export function bandsOf(flagged: readonly boolean[]): readonly { readonly from: number; readonly to: number }[] {
  const bands: { from: number; to: number }[] = [];
  flagged.forEach((flag, i) => {
    if (!flag) return;
    const last = bands.at(-1);
    if (flagged[i - 1] && last !== undefined) last.to = (i + 1) / flagged.length;
    else bands.push({ from: i / flagged.length, to: (i + 1) / flagged.length });
  });
  return bands;
}
