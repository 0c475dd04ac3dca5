import { flowjoLinearScale } from '../../../data/transforms/flowjo-linear/flowjo-linear.ts';
import type { StoredLog } from '../../../data/transforms/stored-log/stored-log.ts';
import type { ScaleForm } from './form.ts';

/** FlowJo shows logarithms as they are stored; its gates are in stored values, so that they hold the same events. */
export const storedLogForm: ScaleForm<StoredLog> = { as: ({ decades, T }) => flowjoLinearScale(0, Math.log10(T) / decades) };
