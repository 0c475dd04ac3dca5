import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openScratchMemory, scratchMemoryBytes } from '../../../../../core/data/events/scratch-memory.ts';
import { keyLayout } from '../../../../../core/data/kernels/reference/key-labelled.ts';
import { createMemoryPool } from '../../../../../core/data/memory/memory-pool.ts';
import { chooseKeying } from '../../../../../core/statistics/choose-keying.ts';
import { plainLabeller } from '../../../../../core/statistics/labeller.ts';
import { builtKernels } from '../../../../kernel-module.ts';

const value = fc.oneof(
  fc.double(),
  fc.double({ min: -10, max: 10 }),
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(-0, 1.7e308, 5e-324),
);
const scratch = openScratchMemory(createMemoryPool(2 ** 24, builtKernels()).acquire(scratchMemoryBytes(false)), false);

it('cells, counts and what is found are those of plain TypeScript, and keys rise with the values', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(value, fc.nat(20), fc.boolean()), { maxLength: 300 }), (events) => {
      const values = Float64Array.from(events, ([of]) => of);
      const labels = Uint8Array.from(events, ([, label]) => label);
      const { bits, stride } = keyLayout(values.length % 2 === 0 ? 4 : 6);
      const keying = { ...chooseKeying(values.slice(0, 100)), bits };
      const labellers = [plainLabeller(), scratch.gateKernels!];
      const [plain, compiled] = labellers.map((labeller) => {
        const [histogram] = labeller.openHistograms(1, 21 * stride)!;
        events.forEach(([, , isWanted], i) => isWanted && histogram!.wanted.fill(1, i * 100, i * 100 + 100));
        histogram!.wanted.fill(1, 0, stride);
        const n = labeller.label(values, labels, keying, histogram!);
        return {
          counts: [...histogram!.counts],
          values: [...labeller.found.values.slice(0, n)],
          cells: [...labeller.found.cells.slice(0, n)],
        };
      });
      expect(compiled).toEqual(plain);
      const histogram = plainLabeller().openHistograms(1, stride)?.[0];
      histogram!.wanted.fill(1);
      const rising = values.filter((of) => !Number.isNaN(of)).sort();
      const labeller = plainLabeller();
      labeller.label(rising, new Uint8Array(rising.length), keying, histogram!);
      const keys = [...labeller.found.cells.slice(0, rising.length)];
      expect(keys).toEqual([...keys].sort((a, b) => a - b));
    }),
    { numRuns: 300 },
  );
});
