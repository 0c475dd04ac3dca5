import * as z from 'zod';
import { rule } from '../../../base/rule.ts';
import { aroundZero, type TransformKind } from '../kind/transform.ts';

/** FlowJo's linear axis, minRange to maxRange over its display. Nothing is clamped: an event beyond the axis lies beyond 0 or 1. */
const flowjoLinearSchema = z
  .strictObject({ kind: z.literal('flowjo-linear'), min: z.number(), max: z.number() })
  .refine(({ min, max }) => min < max, rule({ en: 'min < max', ja: 'min < maxでなければなりません' }));
export type FlowjoLinear = z.infer<typeof flowjoLinearSchema>;

export const flowjoLinear: TransformKind<FlowjoLinear> = {
  schema: flowjoLinearSchema,
  words: { en: 'linear (FlowJo)', ja: '線形(FlowJo)' },
  isStraight: true,
  isForDyes: true,
  isOfFlowjo: true,
  marks: 'decades',
  closedEnds: 'both',
  shown: aroundZero,
  compile: ({ min, max }) => ({
    scale: (value) => (value - min) / (max - min),
    unscale: (position) => min + position * (max - min),
  }),
};

export const flowjoLinearScale = (min: number, max: number): FlowjoLinear => ({ kind: 'flowjo-linear', min, max });
