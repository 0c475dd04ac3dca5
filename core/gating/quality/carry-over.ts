import { type BinHistograms, LEVELS } from './bin-histograms.ts';
import type { FlaggedRun, QualityFinding } from './quality.ts';

/** Levels that are counted as one. */
const MERGE = 10;
const PIECES = 40;
const FEWEST_EVENTS = 4000;
/** Of the chi-square per degree of freedom of the first pieces against the rest. */
const STRANGE = 3;

/**
 * Cells of the tube before: the first fortieth of the file looks unlike the rest and the difference fades. Each channel's histogram of the
 * first pieces is held against all others by chi-square.
 */
export function checkCarryOver(
  histograms: readonly BinHistograms[],
  eventCount: number,
): { readonly runs: readonly FlaggedRun[]; readonly findings: readonly QualityFinding[] } {
  const [first] = histograms;
  if (eventCount < FEWEST_EVENTS || first === undefined || first.bins < PIECES) return { runs: [], findings: [] };
  const binsPerPiece = Math.floor(first.bins / PIECES);
  const size = binsPerPiece * first.eventsPerBin;
  const worst = histograms
    .map((of) => strangeness(of, binsPerPiece))
    .reduce((a, b) => (b.last > a.last ? b : a), { channel: '', last: 0, usual: 1 });
  if (worst.last === 0) return { runs: [], findings: [] };
  const to = worst.last * size;
  return {
    runs: [{ reason: 'carry-over', from: 0, to, channel: worst.channel }],
    findings: [
      { code: 'carry-over', severity: 'review', values: { channel: worst.channel, percent: Math.round((1000 * to) / eventCount) / 10 } },
    ],
  };
}

/** How many pieces from the start on are strange, each more than any usual one and the first the most. */
function strangeness(
  { channel, bins, counts: all }: BinHistograms,
  binsPerPiece: number,
): { readonly channel: string; readonly last: number; readonly usual: number } {
  const levels = LEVELS / MERGE;
  const counts = Array.from({ length: PIECES }, () => new Float64Array(levels));
  for (let bin = 0; bin < bins; bin++) {
    const piece = counts[Math.min(PIECES - 1, Math.floor(bin / binsPerPiece))]!;
    for (let level = 0; level < LEVELS; level++) piece[Math.floor(level / MERGE)]! += all[bin * LEVELS + level]!;
  }
  const rest = new Float64Array(levels);
  for (let piece = 8; piece < PIECES; piece++) for (let level = 0; level < levels; level++) rest[level]! += counts[piece]![level]!;
  const total = rest.reduce((sum, n) => sum + n, 0);
  const chi = counts.map((piece) => {
    const n = piece.reduce((sum, value) => sum + value, 0);
    let [sum, degrees] = [0, 0];
    for (let level = 0; level < levels; level++) {
      const expected = (rest[level]! / total) * n;
      if (expected < 3) continue;
      sum += (piece[level]! - expected) ** 2 / expected;
      degrees++;
    }
    return degrees < 3 ? 1 : sum / degrees;
  });
  const usual = chi.slice(8).toSorted((a, b) => a - b)[Math.floor(0.9 * (PIECES - 8))]!;
  let last = 0;
  while (last < 8 && chi[last]! > STRANGE * Math.max(1, usual)) last++;
  const fades = last > 0 && last < 8;
  return { channel, last: fades ? last : 0, usual };
}
