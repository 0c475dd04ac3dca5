import type { ReferenceKernel } from '../kernels.ts';

const wordsOf = (events: number): number => Math.ceil(events / 32);

export const keepInRange: ReferenceKernel<'keepInRange'> =
  ({ buffer }) =>
  (values, events, min, max, members) => {
    const column = new Float64Array(buffer, values, events);
    const words = new Uint32Array(buffer, members, wordsOf(events));
    for (let start = 0; start < events; start += 32) {
      let word = 0;
      for (let event = start; event < Math.min(start + 32, events); event++) {
        const value = column[event]!;
        if (value >= min && !(value >= max)) word |= 1 << event;
      }
      words[start >>> 5]! &= word;
    }
  };

export const inEllipse: ReferenceKernel<'inEllipse'> =
  ({ buffer }) =>
  (xs, ys, events, x, y, xx, xy, yx, yy, reach, outside, members) => {
    const [across, up] = [new Float64Array(buffer, xs, events), new Float64Array(buffer, ys, events)];
    const words = new Uint32Array(buffer, members, wordsOf(events));
    for (let start = 0; start < events; start += 32) {
      let word = 0;
      for (let event = start; event < Math.min(start + 32, events); event++) {
        const [dx, dy] = [across[event]! - x, up[event]! - y];
        const distance = dx * (xx * dx + xy * dy) + dy * (yx * dx + yy * dy);
        const isNear = distance <= reach;
        if (outside ? !isNear && !Number.isNaN(dx) && !Number.isNaN(dy) : isNear) word |= 1 << event;
      }
      words[start >>> 5] = word;
    }
  };

export const inQuadrants: ReferenceKernel<'inQuadrants'> =
  ({ buffer }) =>
  (xs, ys, events, x, left, right, first, second, third, fourth) => {
    const [across, up] = [new Float64Array(buffer, xs, events), new Float64Array(buffer, ys, events)];
    const parts = [first, second, third, fourth].map((at) => new Uint32Array(buffer, at, wordsOf(events)).fill(0));
    for (let event = 0; event < events; event++) {
      const [px, py] = [across[event]!, up[event]!];
      if (Number.isNaN(px) || Number.isNaN(py)) continue;
      const part = px >= x ? (py >= right ? 1 : 2) : py >= left ? 0 : 3;
      parts[part]![event >>> 5]! |= 1 << event;
    }
  };

export const andCount: ReferenceKernel<'andCount'> =
  ({ buffer }) =>
  (a, b, words, out) => {
    const [left, right, both] = [a, b, out].map((at) => new Uint32Array(buffer, at, words)) as [Uint32Array, Uint32Array, Uint32Array];
    let total = 0;
    for (let i = 0; i < words; i++) {
      both[i] = left[i]! & right[i]!;
      for (let word = both[i]!; word !== 0; word &= word - 1) total++;
    }
    return total;
  };
