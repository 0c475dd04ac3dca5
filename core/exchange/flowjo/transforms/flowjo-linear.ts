import type { FlowjoLinear } from '../../../data/transforms/flowjo-linear/flowjo-linear.ts';
import { type ScaleForm, type ScaleReader, scaleElement } from './form.ts';

export const flowjoLinearForm: ScaleForm<FlowjoLinear> = {
  write: ({ min, max }, parameter, step) =>
    scaleElement('linear', { 'transforms:minRange': min, 'transforms:maxRange': max, gain: step }, parameter),
};

export const flowjoLinearReader: ScaleReader = {
  read: (number) => ({ kind: 'flowjo-linear', min: number('minRange', 0), max: number('maxRange') }),
  hasGain: true,
  isStraight: true,
};
