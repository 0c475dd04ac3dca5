import type { Arcsinh } from '../../../data/transforms/arcsinh/arcsinh.ts';
import { DISPLAY_LENGTH, type ScaleForm, type ScaleReader, scaleElement } from './form.ts';

export const arcsinhForm: ScaleForm<Arcsinh> = {
  write: ({ T, A, M }, parameter) =>
    scaleElement(
      'fasinh',
      { ...DISPLAY_LENGTH, 'transforms:maxRange': T, 'transforms:T': T, 'transforms:A': A, 'transforms:M': M },
      parameter,
    ),
};

export const arcsinhReader: ScaleReader = {
  read: (number) => ({ kind: 'arcsinh', T: number('T'), M: number('M'), A: number('A', 0) }),
};
