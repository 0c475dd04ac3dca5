import { compileTransform, kindOfTransform, type Transform } from '../../data/transforms/transforms.ts';
import type { TextRun } from './drawing.ts';
import { linearTicks } from './linear-ticks.ts';
import { runsWidth } from './text-width.ts';
import type { Mark, Tick, TickSpace } from './tick.ts';

/**
 * Marks for a transform, in rising order: round numbers on a linear scale; decades with minor marks at 2 to 9 on the others,
 * which also show 0 and negative decades where they can. No two labels touch.
 */
export function ticksOf(transform: Transform, space: TickSpace): readonly Tick[] {
  const { scale, unscale } = compileTransform(transform);
  const range = [unscale(space.min), unscale(space.max)] as const;
  const { marks: where } = kindOfTransform(transform);
  const marks = where === 'round' ? linearTicks(range, space) : decadeTicks(range, where === 'decades');
  const placed = marks
    .map((mark) => ({ ...mark, position: scale(mark.value) }))
    .filter(({ position }) => position >= space.min && position <= space.max);
  return withoutCrowds(withoutCollisions(placed, space), space);
}

function decadeTicks([low, high]: readonly [number, number], hasZero: boolean): readonly Mark[] {
  const top = Math.max(Math.abs(low), Math.abs(high));
  const first = hasZero ? 0 : Math.floor(Math.log10(low));
  const last = Math.ceil(Math.log10(top));
  const positive = Array.from({ length: last - first + 1 }, (_, i) => decade(first + i)).flat();
  if (!hasZero) return positive;
  const negative = positive.map(({ value, label, rank }) => ({
    value: -value,
    rank: rank - 0.5,
    ...(label && { label: minusSign.concat(label) }),
  }));
  return [...negative.reverse(), { value: 0, label: [{ text: '0' }], rank: Number.POSITIVE_INFINITY }, ...positive];
}

const minusSign: readonly TextRun[] = [{ text: '\u2212' }];

function decade(exponent: number): readonly Mark[] {
  const label = [{ text: '10' }, { text: exponent < 0 ? `\u2212${-exponent}` : `${exponent}`, raised: true }];
  const minor = [2, 3, 4, 5, 6, 7, 8, 9].map((step) => ({ value: step * 10 ** exponent, rank: exponent }));
  return [{ value: 10 ** exponent, label, rank: exponent }, ...minor];
}

type Placed = Mark & { readonly position: number };

/** Takes the label from a mark where it would touch that of a mark of higher rank. */
function withoutCollisions(marks: readonly Placed[], space: TickSpace): readonly Placed[] {
  const kept: Placed[] = [];
  for (const mark of marks.filter(({ label }) => label).sort((a, b) => b.rank - a.rank)) {
    if (kept.every((other) => distance(mark, other, space) >= (extent(mark, space) + extent(other, space)) / 2 + space.labelSize * 0.35))
      kept.push(mark);
  }
  return marks.map((mark) => (kept.includes(mark) ? mark : { value: mark.value, rank: mark.rank, position: mark.position }));
}

/** Leaves out unlabelled marks that stand so near to a neighbour that both would run together. */
function withoutCrowds(marks: readonly Placed[], space: TickSpace): readonly Tick[] {
  const nearest = space.labelSize * 0.2;
  const kept: Placed[] = marks.filter(({ label }) => label);
  for (const mark of marks.filter(({ label }) => !label).sort((a, b) => b.rank - a.rank)) {
    if (kept.every((other) => distance(mark, other, space) >= nearest)) kept.push(mark);
  }
  return kept.sort((a, b) => a.position - b.position).map(({ rank: _, ...tick }) => tick);
}

const distance = (a: Placed, b: Placed, { min, max, length }: TickSpace): number =>
  (Math.abs(a.position - b.position) / (max - min)) * length;

const extent = ({ label = [] }: Placed, { direction, labelSize }: TickSpace): number =>
  direction === 'vertical' ? labelSize : runsWidth(label, labelSize);
