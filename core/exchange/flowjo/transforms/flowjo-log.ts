import type { FlowjoLog } from '../../../data/transforms/flowjo-log/flowjo-log.ts';
import { type ScaleForm, type ScaleReader, scaleElement } from './form.ts';

export const flowjoLogForm: ScaleForm<FlowjoLog> = {
  write: ({ offset, decades }, parameter) => scaleElement('log', { 'transforms:offset': offset, 'transforms:decades': decades }, parameter),
};

export const flowjoLogReader: ScaleReader = {
  read: (number) => ({ kind: 'flowjo-log', offset: number('offset'), decades: number('decades') }),
};
