import type { Logicle } from '../../../data/transforms/logicle/logicle.ts';
import { DISPLAY_LENGTH, type ScaleForm, type ScaleReader, scaleElement } from './form.ts';

export const logicleForm: ScaleForm<Logicle> = {
  write: ({ T, A, W, M }, parameter) =>
    scaleElement('logicle', { ...DISPLAY_LENGTH, 'transforms:T': T, 'transforms:A': A, 'transforms:W': W, 'transforms:M': M }, parameter),
};

export const logicleReader: ScaleReader = {
  read: (number) => ({ kind: 'logicle', T: number('T'), W: number('W'), M: number('M'), A: number('A', 0) }),
};
