import { flowjoLinearScale } from '../../../data/transforms/flowjo-linear/flowjo-linear.ts';
import type { Linear } from '../../../data/transforms/linear/linear.ts';
import type { ScaleForm } from './form.ts';

export const linearForm: ScaleForm<Linear> = { as: ({ T, A }) => flowjoLinearScale(0 - A, T) };
