import { CHUNK } from '../data/events/chunk.ts';
import type { GateKernels, LabelledHistogram } from '../data/events/gate-kernels.ts';
import { type FoundValues, keyLabelledValues } from '../data/kernels/reference/key-labelled.ts';

/** Histograms of labelled values: the kernels of scratch memory, or the same in plain TypeScript. */
export type Labeller = Pick<GateKernels, 'openHistograms' | 'label' | 'found'>;

export function plainLabeller(): Labeller {
  const found: FoundValues = { values: new Float64Array(CHUNK + 1), cells: new Uint32Array(CHUNK + 1) };
  return {
    openHistograms: (columns, cells) =>
      Array.from({ length: columns }, (): LabelledHistogram => ({ counts: new Uint32Array(cells), wanted: new Uint8Array(cells) })),
    label: (values, labels, keying, { counts, wanted }) => keyLabelledValues(values, labels, keying, counts, wanted, found),
    found,
  };
}
