import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Kernels } from '../../../../../core/data/kernels/kernels.ts';
import { kernelNames } from '../../../../../core/data/kernels/reference/reference-kernels.ts';
import { openKernels, openReferenceKernels } from '../../../../../core/data/kernels/wasm/open-kernels.ts';
import { type Arena, createMemoryPool } from '../../../../../core/data/memory/memory-pool.ts';
import { polygonShape } from '../../../../../core/gating/gates/polygon/polygon-shape.ts';
import { builtKernels } from '../../../../kernel-module.ts';

const module = builtKernels();
const PAGE = 65_536;
type Memory = Arena['memory'];

/** Where the addresses of four columns stand. */
const ADDRESSES = 25_600;
const target = (n: number): number => PAGE / 2 + n * 304 * 8;

/** Two memories of the same random bytes. */
function twoMemories(seed: number, keep = -1) {
  return [0, 1].map(() => {
    const { memory } = createMemoryPool(PAGE).acquire(PAGE);
    const words = new Uint32Array(memory.buffer);
    let state = seed;
    for (let i = 0; i < words.length; i++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      words[i] = (state ^ (state >>> 13)) & keep;
    }
    words.set([0, 1, 2, 3].map(target), ADDRESSES / 4);
    return memory;
  }) as [Memory, Memory];
}

/** Calls that stay inside one page: rows in the first half, columns in the second. Any place of a row, aligned or not. */
const place = fc
  .record({
    rows: fc.nat(300),
    at: fc.nat(7),
    gap: fc.nat(40),
    big: fc.boolean(),
    maskBits: fc.integer({ min: 1, max: 32 }),
    seed: fc.nat(),
  })
  .map((call) => ({ ...call, mask: call.maskBits === 32 ? -1 : 2 ** call.maskBits - 1 }));
type Call = typeof place extends fc.Arbitrary<infer T> ? T : never;

/** Doubles near the gates, with some of any bits among them, in the first quarter of the page; a polygon in the last. */
function layDown({ buffer }: Memory, { seed, rows }: Call): void {
  const values = new Float64Array(buffer, 0, PAGE / 32);
  for (let i = 0; i < values.length; i++) if (i % 29 !== 0) values[i] = Math.round(Math.sin(seed + i * i) * 64) / (i % 3 === 0 ? 50 : 64);
  const vertices = Array.from({ length: 3 + (rows % 9) }, (_, i): [number, number] => [
    Math.round(Math.sin(seed * 3 + i * 7) * 64) / 64,
    Math.round(Math.cos(seed + i * 5) * 64) / 64,
  ]);
  const rest = rows % 32;
  if (rest > 0) new Uint32Array(buffer, membersAt, 10)[rows >>> 5]! &= 2 ** rest - 1;
  new Uint8Array(buffer).set(polygonShape(vertices), shapeAt);
}
const shapeAt = PAGE / 2 + 8 * 304 * 4;
const [xs, ys, membersAt] = [0, PAGE / 8, PAGE / 4];

const calls: { readonly [Name in keyof Kernels]: (kernels: Kernels, call: Call) => unknown } = {
  transposeWords: ({ transposeWords }, { rows, at, gap, big }) =>
    transposeWords(at, 16 + gap, rows, target(0), target(1), target(2), target(3), big),
  copyWords: ({ copyWords }, { rows, at, gap, big, mask }) => copyWords(at, 4 + gap, rows, target(0), big, mask),
  copyDoubles: ({ copyDoubles }, { rows, at, gap, big }) => copyDoubles(at, 8 + gap, rows, target(0), big),
  wordsToFloats: ({ wordsToFloats }, { rows, at, gap, big, mask }) => wordsToFloats(at, 4 + gap, rows, target(0), big, mask & 0xff_ffff),
  halvesToFloats: ({ halvesToFloats }, { rows, at, gap, big, mask }) => halvesToFloats(at, 2 + gap, rows, target(0), big, mask & 0xffff),
  bytesToFloats: ({ bytesToFloats }, { rows, at, gap, mask }) => bytesToFloats(at, 1 + gap, rows, target(0), mask & 0xff),
  transposeWordsToFloats: ({ transposeWordsToFloats }, { rows, at, gap, big, mask }) =>
    transposeWordsToFloats(at, 16 + gap, rows, target(0), target(1), target(2), target(3), big, mask & 0xff_ffff, 0xff_ffff, 1023, 1),
  transposeHalvesToFloats: ({ transposeHalvesToFloats }, { rows, at, gap, big, mask }) =>
    transposeHalvesToFloats(at, 8 + gap, rows, target(0), target(1), target(2), target(3), big, mask & 0xffff, 0xffff, 1023, 1),
  keepInRange: ({ keepInRange }, { rows, big }) => keepInRange(xs, rows, -0.5, big ? 0.75 : Number.NaN, target(0)),
  inEllipse: ({ inEllipse }, { rows, big }) => inEllipse(xs, ys, rows, 0.1, -0.2, 2, 0.5, 0.4, 3, 0.7, big, target(0)),
  inPolygon: ({ inPolygon }, { rows, big }) => inPolygon(xs, ys, rows, shapeAt, big, target(0)),
  inQuadrants: ({ inQuadrants }, { rows }) => inQuadrants(xs, ys, rows, 0.25, 0.5, -0.25, target(0), target(1), target(2), target(3)),
  andCount: ({ andCount }, { rows, big }) => andCount(xs, ys, rows, big ? xs : target(0)),
  countPlane: ({ countPlane }, { rows, at }) => countPlane(xs, ys, rows, membersAt, -0.9, 1.7, -0.5, at / 3, 16, target(0)),
  // all of one label, and none wanted: others are in key-labelled.test.ts
  keyLabelled: ({ keyLabelled, copyWords }, { rows, at, big }) => {
    copyWords(0, 4, 80, target(12), false, 0);
    copyWords(0, 4, 770, target(10), false, 0);
    const first = big ? 64 * 128 : 64 * 120;
    return keyLabelled(xs, target(12), rows, at / 7, big ? 2 : 1 / 128, first, 6, target(3), target(10), target(0), target(1));
  },
  countLine: ({ countLine }, { rows, at }) => countLine(xs, rows, membersAt, -0.9, at / 3, 256, target(0)),
  addWeightedFloats: (kernels, { rows, at, gap }) => {
    for (let member = 0; member < 9; member++) kernels.copyWords(4 * member, 4, 1, 24_000 + 4 * member, false, 4092);
    kernels.addWeightedFloats(24_000, 1 + (gap % 9), 4 * at, 20_000, rows, target(0));
  },
  addWeightedFloats4: (kernels, { rows, at, gap }) => {
    for (let member = 0; member < 9; member++) kernels.copyWords(4 * member, 4, 1, 24_000 + 4 * member, false, 4092);
    kernels.addWeightedFloats4(24_000, 1 + (gap % 9), 4 * at, 20_000, rows, ADDRESSES);
  },
  // random bytes are no table, yet what is made of them must be the same; every value, however far, is looked at
  scalePieces: ({ scalePieces }, { rows, at, gap }) => {
    const scale = (from: number) => scalePieces(target(0), from, rows, 8 * at, 60_000, 300, 2032, 4, 37, 1e300, 0.1, 0.25 + gap / 100);
    for (let row = scale(0); row < rows; ) row = scale(row + 1);
  },
};

/** Which bits a number that is no number has is the machine's choice: those that calculate are given numbers. */
const calculates: ReadonlySet<string> = new Set(['addWeightedFloats', 'addWeightedFloats4', 'scalePieces']);
const FINITE = ~0x4000_0000;

describe('each compiled kernel does what its twin does, to the last bit', () => {
  it.each(kernelNames)('%s', (name) => {
    fc.assert(
      fc.property(place, (call) => {
        const [compiled, plain] = twoMemories(call.seed, calculates.has(name) ? FINITE : -1);
        if (!calculates.has(name)) for (const memory of [compiled, plain]) layDown(memory, call);
        const given = calls[name](openKernels(compiled, module), call);
        expect(given).toBe(calls[name](openReferenceKernels(plain), call));
        expect(Buffer.compare(Buffer.from(compiled.buffer), Buffer.from(plain.buffer))).toBe(0);
      }),
      { numRuns: 200 },
    );
  });
});

it('leaves the memory as it is when a kernel is opened over it', () => {
  const [memory, same] = twoMemories(7);
  openKernels(memory, module);
  expect(Buffer.compare(Buffer.from(memory.buffer), Buffer.from(same.buffer))).toBe(0);
});

it('uses the referenceKernels where no module is handed in', () => {
  const [memory] = twoMemories(1);
  expect(openKernels(memory, undefined).copyWords.name).toBe(openReferenceKernels(memory).copyWords.name);
});
