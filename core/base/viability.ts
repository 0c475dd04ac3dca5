import * as z from 'zod';
import { rule } from './rule.ts';

/** A percentage. 0.9 is taken for no viability: it is 90 % written as a fraction, and would make a hundredth of the cells. */
export const isViability = (percent: number): boolean => percent > 1 && percent <= 100;

export const viabilityRule = {
  en: 'viability is a percentage above 1 and up to 100, such as 90',
  ja: '生細胞率は1より大きく100以下の百分率で指定します(例:90)',
};

export const viabilitySchema = z.number().refine(isViability, rule(viabilityRule));
