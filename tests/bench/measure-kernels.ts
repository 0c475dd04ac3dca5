import type { KernelName, Kernels } from '../../core/data/kernels/kernels.ts';
import { kernelNames } from '../../core/data/kernels/reference/reference-kernels.ts';
import { openReferenceKernels } from '../../core/data/kernels/wasm/open-kernels.ts';
import { createMemoryPool } from '../../core/data/memory/memory-pool.ts';
import { polygonShape } from '../../core/gating/gates/polygon/polygon-shape.ts';
import { kernelModule } from '../../headless/host/kernels.ts';
import { rowOf } from './bench-output.ts';

const rows = 65_536;
const rowBytes = 64;
const module = kernelModule();
if (module === undefined) throw new Error('the kernels are not built');
const arena = createMemoryPool(2 ** 28, module).acquire(rows * rowBytes + 8 * rows * 8);
const target = (n: number): number => rows * rowBytes + n * rows * 8;

/** One call a kernel, over all rows. */
const calls: { readonly [Name in KernelName]: (kernels: Kernels) => unknown } = {
  transposeWords: ({ transposeWords }) => transposeWords(0, rowBytes, rows, target(0), target(1), target(2), target(3), true),
  copyWords: ({ copyWords }) => copyWords(0, rowBytes, rows, target(0), true, -1),
  copyDoubles: ({ copyDoubles }) => copyDoubles(0, rowBytes, rows, target(0), true),
  wordsToFloats: ({ wordsToFloats }) => wordsToFloats(0, rowBytes, rows, target(0), true, 0xfffff),
  halvesToFloats: ({ halvesToFloats }) => halvesToFloats(0, rowBytes, rows, target(0), true, 1023),
  bytesToFloats: ({ bytesToFloats }) => bytesToFloats(0, rowBytes, rows, target(0), 255),
  transposeWordsToFloats: ({ transposeWordsToFloats }) =>
    transposeWordsToFloats(0, rowBytes, rows, target(0), target(1), target(2), target(3), true, 1023, 1023, 1023, 1023),
  transposeHalvesToFloats: ({ transposeHalvesToFloats }) =>
    transposeHalvesToFloats(0, rowBytes, rows, target(0), target(1), target(2), target(3), true, 1023, 1023, 1023, 1023),
  keepInRange: ({ keepInRange }) => keepInRange(target(0), rows, 0.2, 0.8, target(2)),
  inEllipse: ({ inEllipse }) => inEllipse(target(0), target(1), rows, 0.4, 0.5, 30, 5, 5, 30, 1, false, target(2)),
  inPolygon: ({ inPolygon }) => inPolygon(target(0), target(1), rows, 0, false, target(2)),
  inQuadrants: ({ inQuadrants }) => inQuadrants(target(0), target(1), rows, 0.5, 0.4, 0.6, target(2), target(3), target(4), target(5)),
  andCount: ({ andCount }) => andCount(0, target(0), rows, target(2)),
  countPlane: ({ countPlane }) => countPlane(target(0), target(1), rows, target(2), 0, 1.02, 0, 1.02, 256, target(3)),
  countLine: ({ countLine }) => countLine(target(0), rows, target(2), 0, 1.02, 256, target(3)),
  keyLabelled: ({ keyLabelled }) => {
    const labels = new Uint8Array(arena.memory.buffer, target(6), rows);
    for (let i = 0; i < rows; i += 997) labels[i] = i % 20;
    new Uint8Array(arena.memory.buffer, target(7), 2 ** 17).fill(0);
    keyLabelled(target(0), target(6), rows, 0.5, 0.01, 64 * 120, 6, target(5), target(7), target(2), target(3));
  },
  addWeightedFloats: ({ addWeightedFloats }) => {
    new Uint32Array(arena.memory.buffer, target(6), 12).set(Array.from({ length: 12 }, (_, member) => 4 * rows * member));
    addWeightedFloats(target(6), 12, 0, target(7), rows, target(0));
  },
  addWeightedFloats4: ({ addWeightedFloats4 }) => {
    new Uint32Array(arena.memory.buffer, target(6), 12).set(Array.from({ length: 12 }, (_, member) => 4 * rows * member));
    new Uint32Array(arena.memory.buffer, target(6) + 256, 4).set([0, 1, 2, 3].map(target));
    addWeightedFloats4(target(6), 12, 0, target(7), rows, target(6) + 256);
  },
  scalePieces: ({ scalePieces }) => {
    new Float64Array(arena.memory.buffer, target(0), rows).fill(1000);
    new Uint8Array(arena.memory.buffer, target(6), 512).fill(1);
    scalePieces(target(0), 0, rows, target(5), target(6), 400, 2032, 4, 32, 1e9, 0, 0.1);
  },
};

/** Events of a plot and a polygon of 20 vertices, for the kernels of gates. */
function layDown(): void {
  for (const n of [0, 1]) {
    const values = new Float64Array(arena.memory.buffer, target(n), rows);
    for (let i = 0; i < rows; i++) values[i] = 0.5 + 0.3 * Math.sin(i * (n + 1.3)) * Math.cos(i * i);
  }
  const vertices = Array.from({ length: 20 }, (_, i): [number, number] => [
    0.5 + 0.2 * Math.cos((i * Math.PI) / 10),
    0.5 + 0.2 * Math.sin((i * Math.PI) / 10),
  ]);
  new Uint8Array(arena.memory.buffer).set(polygonShape(vertices));
  // where nothing is left, nothing is compared
  new Uint32Array(arena.memory.buffer, target(2), rows / 32).fill(0xffff_ffff);
}

/**
 * Each compiled kernel against its plain twin, in alternation, over rows that lie in the processor's cache: how many times as long the
 * twin takes, and what a row takes.
 */
export function measureKernels(repeats: number) {
  const referenceKernels = openReferenceKernels(arena.memory);
  return kernelNames.map((name) => {
    const compiled: number[] = [];
    const plain: number[] = [];
    layDown();
    for (let round = -3; round < repeats; round++) {
      const [a, b] = [timed(() => calls[name](arena.kernels)), timed(() => calls[name](referenceKernels))];
      if (round < 0) continue;
      compiled.push(a);
      plain.push(b);
    }
    const times = plain.map((value, i) => value / (compiled[i] ?? Number.NaN));
    const ns = compiled.map((value) => (value * 1e6) / rows);
    return { twin: rowOf(`twin-${name}`, 'times', times), each: rowOf(`${name}-ns-a-row`, 'ns', ns) };
  });
}

function timed(work: () => unknown): number {
  const start = performance.now();
  for (let i = 0; i < 8; i++) work();
  return (performance.now() - start) / 8;
}
