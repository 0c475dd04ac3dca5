import { flowjoLogScale } from '../../../data/transforms/flowjo-log/flowjo-log.ts';
import type { Log } from '../../../data/transforms/log/log.ts';
import type { ScaleForm } from './form.ts';

export const logForm: ScaleForm<Log> = { as: ({ T, M }) => flowjoLogScale(T / 10 ** M, M) };
