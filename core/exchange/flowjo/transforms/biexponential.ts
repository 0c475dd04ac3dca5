import type { Biexponential } from '../../../data/transforms/biexponential/biexponential.ts';
import { DISPLAY_LENGTH, type ScaleForm, type ScaleReader, scaleElement } from './form.ts';

export const biexponentialForm: ScaleForm<Biexponential> = {
  write: ({ top, negative, width, positive }, parameter) =>
    scaleElement(
      'biex',
      {
        ...DISPLAY_LENGTH,
        'transforms:maxRange': top,
        'transforms:neg': negative,
        'transforms:width': width,
        'transforms:pos': positive,
      },
      parameter,
    ),
};

export const biexponentialReader: ScaleReader = {
  read: (number) => ({
    kind: 'biexponential',
    width: number('width'),
    positive: number('pos'),
    negative: Math.max(0, number('neg', 0) ?? 0),
    top: number('maxRange'),
  }),
};
