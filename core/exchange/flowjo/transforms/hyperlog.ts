import type { Hyperlog } from '../../../data/transforms/hyperlog/hyperlog.ts';
import { DISPLAY_LENGTH, type ScaleForm, type ScaleReader, scaleElement } from './form.ts';

export const hyperlogForm: ScaleForm<Hyperlog> = {
  write: ({ T, A, W, M }, parameter) =>
    scaleElement('hyperlog', { ...DISPLAY_LENGTH, 'transforms:T': T, 'transforms:A': A, 'transforms:W': W, 'transforms:M': M }, parameter),
};

export const hyperlogReader: ScaleReader = {
  read: (number) => ({ kind: 'hyperlog', T: number('T'), W: number('W'), M: number('M'), A: number('A', 0) }),
};
