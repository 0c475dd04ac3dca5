import type { ReferenceKernel } from '../kernels.ts';

/** -1 where there is none. */
function binOf(value: number, min: number, range: number, bins: number): number {
  const place = Math.floor(((value - min) / range) * bins);
  return Number.isNaN(place) ? -1 : Math.min(bins - 1, Math.max(0, place));
}

const isMember = (words: Uint32Array, event: number): boolean => ((words[event >>> 5]! >>> (event & 31)) & 1) === 1;

export const countPlane: ReferenceKernel<'countPlane'> =
  ({ buffer }) =>
  (xs, ys, events, members, xMin, xRange, yMin, yRange, bins, counts) => {
    const [across, up] = [new Float64Array(buffer, xs, events), new Float64Array(buffer, ys, events)];
    const words = new Uint32Array(buffer, members, Math.ceil(events / 32));
    const cells = new Uint32Array(buffer, counts, bins * bins);
    for (let event = 0; event < events; event++) {
      if (!isMember(words, event)) continue;
      const column = binOf(across[event]!, xMin, xRange, bins);
      const row = binOf(up[event]!, yMin, yRange, bins);
      if (column >= 0 && row >= 0) cells[row * bins + column]! += 1;
    }
  };

export const countLine: ReferenceKernel<'countLine'> =
  ({ buffer }) =>
  (values, events, members, min, range, bins, counts) => {
    const column = new Float64Array(buffer, values, events);
    const words = new Uint32Array(buffer, members, Math.ceil(events / 32));
    const cells = new Uint32Array(buffer, counts, bins);
    for (let event = 0; event < events; event++) {
      const bin = isMember(words, event) ? binOf(column[event]!, min, range, bins) : -1;
      if (bin >= 0) cells[bin]! += 1;
    }
  };
