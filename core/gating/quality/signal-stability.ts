import { medianOf, runningMedian, shorthMiddle } from '../../base/math/running-median.ts';
import type { BinHistograms } from './bin-histograms.ts';
import { type PeakTrack, trackPeaks } from './peak-tracks.ts';
import type { FlaggedRun, QualityFinding, QualityPicture } from './quality.ts';

export interface SignalStability {
  readonly runs: readonly FlaggedRun[];
  readonly findings: readonly QualityFinding[];
  readonly pictures: readonly QualityPicture[];
}

const FEWEST_PER_BIN = 250;
const MOST_BINS = 300;
/** Standard errors beyond which a bin is flagged, and beyond which its neighbours go with it. */
const FLAG = 7;
const KEEP_ON = 3.5;
/** Changes smaller than this (display scale) move no percentage: they are not cut, however sure. */
const SMALLEST_CHANGE = 0.025;
/** Standard errors of counting by which a place is emptier than usual. */
const VACANT = 5;
/** Good stretches shorter than this between flagged ones are flagged too. */
const SHORTEST_GOOD = 4;

/** How the events are cut into bins for checks over time. */
export const eventsPerQualityBin = (eventCount: number): number => Math.max(FEWEST_PER_BIN, Math.ceil(eventCount / MOST_BINS));

/** Flags bins of events in which a peak stands elsewhere than in most of the file; slow drift is noted, not cut. */
export function checkSignal(histograms: readonly BinHistograms[], eventCount: number, driftLimit: number): SignalStability {
  const eventsPerBin = eventsPerQualityBin(eventCount);
  const bins = Math.floor(eventCount / eventsPerBin);
  if (bins < 8)
    return { runs: [], findings: [{ code: 'too-few-for-signal', severity: 'note', values: { events: eventCount } }], pictures: [] };
  const tracks = histograms.flatMap(trackPeaks);
  const judged = tracks.map((track) => ({ track, ...judgeTrack(track, driftLimit) }));
  const flagged = Array.from({ length: bins }, (_, bin) => judged.find(({ flags }) => flags[bin])?.track.channel);
  const filled = fillShort(withoutLoners(flagged));
  const findings: QualityFinding[] = [];
  for (const channel of new Set(judged.filter(({ drift }) => Math.abs(drift) > driftLimit).map(({ track }) => track.channel))) {
    const drift = judged
      .filter(({ track }) => track.channel === channel)
      .reduce((most, one) => (Math.abs(one.drift) > Math.abs(most) ? one.drift : most), 0);
    findings.push({ code: 'signal-drift', severity: 'review', values: { channel, drift: Math.round(1000 * drift) / 1000 } });
  }
  const pictures = judged.map(({ track }) => ({
    id: track.channel,
    unit: 'scale' as const,
    values: Array.from(track.places, (place) => Math.round(10_000 * place) / 10_000),
    flagged: filled.map((channel) => channel === track.channel),
  }));
  return { runs: runsOf(filled, eventsPerBin, eventCount), findings, pictures };
}

function judgeTrack(
  { places, errors, spread, vacancy }: PeakTrack,
  driftLimit: number,
): { readonly flags: readonly boolean[]; readonly drift: number } {
  const known = Array.from(places).filter((place) => !Number.isNaN(place));
  if (known.length < 0.4 * places.length) return { flags: Array.from(places, () => false), drift: 0 };
  const level = shorthMiddle(known);
  const drift = slowDrift(known);
  const baseline = Math.abs(drift) > 0.3 * driftLimit ? trend(places, level) : places.map(() => level);
  const residuals = Float64Array.from(places, (place, i) => place - baseline[i]!);
  const quiet = residuals.filter((value) => !Number.isNaN(value)).map(Math.abs);
  const scale = 1.4826 * medianOf(quiet);
  const off = Float64Array.from(residuals, (value, i) => (Number.isNaN(value) ? 0 : value / Math.max(scale, 1.3 * errors[i]!)));
  // a peak that went where another stands is seen by the place that it left
  const left = (i: number) => Number.isNaN(places[i]!) && vacancy[i]! < -VACANT;
  const flags = Array.from(
    off,
    (z, i) => left(i) || (Math.abs(z) > FLAG && Math.abs(residuals[i]!) > Math.max(SMALLEST_CHANGE, 0.2 * spread)),
  );
  const beside = (i: number, from: number) => {
    if (
      !flags[i] &&
      flags[from] &&
      Math.abs(off[i]!) > KEEP_ON &&
      Math.abs(residuals[i]!) > SMALLEST_CHANGE &&
      residuals[i]! * residuals[from]! > 0
    )
      flags[i] = true;
  };
  for (let i = 1; i < flags.length; i++) beside(i, i - 1);
  for (let i = flags.length - 2; i >= 0; i--) beside(i, i + 1);
  return { flags, drift };
}

/** Change from the first to the last quarter where the file moves steadily; 0 where it steps or only scatters. */
function slowDrift(places: readonly number[]): number {
  const quarters = [0, 1, 2, 3].map((q) =>
    medianOf(places.slice(Math.floor((q * places.length) / 4), Math.floor(((q + 1) * places.length) / 4))),
  );
  const [a, b, c, d] = quarters as [number, number, number, number];
  const total = d - a;
  const steps = [b - a, c - b, d - c];
  const steady = steps.every((step) => step * total > 0 && Math.abs(step) < 0.6 * Math.abs(total));
  return steady ? total : 0;
}

const TREND_WINDOW = 61;

/** The slow part of a track. */
function trend(places: Float64Array, level: number): Float64Array {
  const filled = places.map((place) => (Number.isNaN(place) ? level : place));
  const half = Math.min(TREND_WINDOW, (filled.length >> 2) | 1);
  return runningMedian(filled, half);
}

/** A bin alone, with good ones on both sides, is chance: a fault that short is below what is promised. */
const withoutLoners = (flagged: readonly (string | undefined)[]): readonly (string | undefined)[] =>
  flagged.map((channel, bin) => (flagged[bin - 1] === undefined && flagged[bin + 1] === undefined ? undefined : channel));

/** The channel that flagged each bin; short good stretches between flagged bins go with them. */
function fillShort(flagged: readonly (string | undefined)[]): readonly (string | undefined)[] {
  const out = [...flagged];
  let last = -1;
  for (let bin = 0; bin < out.length; bin++) {
    if (flagged[bin] === undefined) continue;
    if (last >= 0 && bin - last <= SHORTEST_GOOD) for (let at = last + 1; at < bin; at++) out[at] = flagged[bin];
    last = bin;
  }
  return out;
}

function runsOf(flagged: readonly (string | undefined)[], eventsPerBin: number, eventCount: number): FlaggedRun[] {
  const runs: FlaggedRun[] = [];
  for (let bin = 0; bin < flagged.length; bin++) {
    const channel = flagged[bin];
    if (channel === undefined) continue;
    let end = bin + 1;
    while (end < flagged.length && flagged[end] !== undefined) end++;
    runs.push({ reason: 'signal', from: bin * eventsPerBin, to: end === flagged.length ? eventCount : end * eventsPerBin, channel });
    bin = end;
  }
  return runs;
}
