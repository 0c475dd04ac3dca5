import { type Biexponential, biexponential } from '../../../data/transforms/biexponential/biexponential.ts';

/** FlowJo takes widths from half a decade to three. */
const WIDTHS = [0.5, 3] as const;
const DECADES = [2, 8] as const;
/** Extra negative decades that are tried, the fewest first. */
const NEGATIVE = [0, 0.25, 0.5, 0.75, 1, 1.5, 2];

const within = (value: number, [low, high]: readonly [number, number]): number => Math.min(high, Math.max(low, value));

/**
 * The biexponential axis of FlowJo that is most like a scale with so many decades, of which `linear` are straight about 0, and that reaches down
 * to `lowest`. FlowJo 11.2 reads no other curved axis rightly; gates that are straight on the scale are traced on it.
 */
export function likeBiexponential(top: number, decades: number, linear: number, lowest: number): Biexponential {
  const width = -(10 ** within(linear, WIDTHS));
  const candidates = NEGATIVE.map((negative) => ({
    kind: 'biexponential' as const,
    width,
    positive: within(decades, DECADES),
    negative,
    top,
  }));
  const usable = candidates.filter((candidate) => biexponential.schema.safeParse(candidate).success);
  return usable.find((candidate) => biexponential.compile(candidate).unscale(0) <= lowest) ?? usable.at(-1) ?? usual(top);
}

/** FlowJo's own. */
const usual = (top: number): Biexponential => ({ kind: 'biexponential', width: -100, positive: 4.418539922, negative: 0, top });
