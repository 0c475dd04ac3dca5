import * as z from 'zod';
import { aroundZero, type TransformKind } from '../kind/transform.ts';

/** FlowJo's log axis: `decades` upwards from `offset`. A value at or below the offset lies on the axis, at 0, as FlowJo draws and counts it. */
const flowjoLogSchema = z.strictObject({
  kind: z.literal('flowjo-log'),
  offset: z.number().positive(),
  decades: z.number().positive(),
});
export type FlowjoLog = z.infer<typeof flowjoLogSchema>;

export const flowjoLog: TransformKind<FlowjoLog> = {
  schema: flowjoLogSchema,
  words: { en: 'log (FlowJo)', ja: '対数(FlowJo)' },
  isStraight: false,
  isForDyes: true,
  isOfFlowjo: true,
  marks: 'decades',
  closedEnds: 'low',
  shown: aroundZero,
  compile: ({ offset, decades }) => ({
    scale: (value) => (value > offset ? Math.log10(value / offset) / decades : Number.isNaN(value) ? value : 0),
    unscale: (position) => offset * 10 ** (decades * position),
  }),
};

export const flowjoLogScale = (offset: number, decades: number): FlowjoLog => ({ kind: 'flowjo-log', offset, decades });
