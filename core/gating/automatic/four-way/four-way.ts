import * as z from 'zod';
import { type Grid, gridOf } from '../../density/grid-2d.ts';
import { worstLight } from '../../density/sensitivity.ts';
import { quadrantGate } from '../../gates/quadrant/schema.ts';
import { axisPriorSchema, usualAxis } from '../kind/axis-prior.ts';
import { across, up } from '../kind/dimension-words.ts';
import { movedAxis, withRun } from '../kind/learning-axis.ts';
import type { StepKind } from '../kind/step.ts';
import { bootstrapParts } from './bootstrap.ts';
import { rareParts } from './four-way-anchors.ts';
import { judgeFourWay } from './four-way-confidence.ts';
import { placeDivider } from './four-way-cuts.ts';
import { type FourWayFit, fitFourWay } from './four-way-fit.ts';
import { landmarkOf } from './four-way-landmark.ts';
import { countParts } from './four-way-parts.ts';
import { type FourWaySetting, settingOf } from './four-way-setting.ts';
import { witnessWarnings } from './four-way-witness.ts';

/**
 * Two markers in four (CD3 x CD56, CD4 x CD8): one mixture of four clusters that share the levels of two axes is fitted to a grid;
 * dividers stand in the valleys between clusters, or where the mixture holds both sides equally likely. The x-negative and the
 * x-positive half have y dividers of their own, since spillover and dim expression differ between them.
 */
const fourWaySchema = z.strictObject({
  kind: z.literal('four-way'),
  x: axisPriorSchema.meta({ en: 'across', ja: '横軸' }),
  y: axisPriorSchema.meta({ en: 'up', ja: '縦軸' }),
  /** The part that hardly any culture is made of: a reading of the clusters that makes it the main one needs much to speak for it. */
  rare: z
    .enum(rareParts)
    .default('double-positive')
    .meta({
      en: 'hardly any cells',
      ja: '通常ほとんどない区画',
      choices: {
        'double-positive': { en: 'double positive', ja: '両陽性' },
        'double-negative': { en: 'double negative', ja: 'ダブルネガティブ' },
      },
    }),
  /** Other markers that say whether the part x-y+ is what it is taken for; those that a sample lacks are left out. */
  witnesses: z
    .strictObject({
      carried: z.array(z.string()).meta({ en: 'carried by most of its cells', ja: '大部分の細胞が持つもの' }),
      lacking: z.array(z.string()).meta({ en: 'carried by none', ja: '持たないもの' }),
    })
    .optional()
    .meta({ en: 'markers to check by', ja: '確認用マーカー', examples: [{ carried: ['CD16'], lacking: ['CD19'] }] }),
  /** Of protocols of the first version; without effect. */
  spread: z.number().positive().optional().meta({ readOnly: true }),
  /** Intervals by so many bootstrap draws; by the delta method where absent. */
  bootstrap: z
    .strictObject({
      draws: z.int().min(20).max(1000).meta({ en: 'draws', ja: '反復数' }),
      seed: z.int().min(0).meta({ en: 'seed', ja: '乱数シード' }),
    })
    .optional()
    .meta({ en: 'intervals by bootstrap', ja: 'ブートストラップ区間', examples: [{ draws: 200, seed: 1 }] }),
});
export type FourWayStep = z.infer<typeof fourWaySchema>;

/** Places of a divider that differ by more are two readings of the sample. */
const OTHER_READING = 0.04;
/** Fewer events place no gate of their own. */
const FEWEST = 50;

export const fourWay: StepKind<FourWayStep> = {
  schema: fourWaySchema,
  words: { en: 'Two markers in four', ja: '2マーカーのクアドラント' },
  dimensions: [across, up],
  names: ([x = '', y = '']) => [`${x}-${y}+`, `${x}+${y}+`, `${x}+${y}-`, `${x}-${y}-`],
  usual: { kind: 'four-way', x: usualAxis, y: usualAxis, rare: 'double-positive' },
  learns: [
    {
      axis: 0,
      sameRun: ({ x }) => x.sameRun,
      withSameRun: (step, sameRun) => ({ ...step, x: withRun(step.x, sameRun) }),
      towards: (step, places) => ({ ...step, x: movedAxis(step.x, places) }),
    },
    {
      axis: 1,
      sameRun: ({ y }) => y.sameRun,
      withSameRun: (step, sameRun) => ({ ...step, y: withRun(step.y, sameRun) }),
      towards: (step, places) => ({ ...step, y: movedAxis(step.y, places) }),
    },
  ],
  gateDimensions: 2,
  place(step, input) {
    const { bootstrap } = step;
    const grid = gridOf(input, 0, 1);
    const setting = settingOf(step, input);
    const { fit, dividers, mark } = divide(grid, setting);
    const gate = quadrantGate(dividers.x.position, [dividers.left.position, dividers.right.position]);
    if (grid.total < FEWEST) return { gate, light: 'red', evidence: [{ code: 'too-few-events', values: { events: grid.total } }] };
    const { parts = [], ...judged } = judgeFourWay(grid, fit, dividers, setting, mark);
    const warnings =
      step.witnesses === undefined
        ? []
        : witnessWarnings(input, dividers, { own: parts[0]?.percent ?? 0, rest: parts[3]?.percent ?? 0 }, step.witnesses);
    const told = {
      light: worstLight([judged.light, ...warnings.map(({ light }) => light)]),
      evidence: [...judged.evidence, ...warnings.map(({ evidence }) => evidence)],
    };
    if (bootstrap === undefined) return { gate, ...told, parts };
    const percents = (of: Grid) => countParts(of, divide(of, setting).dividers).map((n) => (100 * n) / Math.max(1, of.total));
    return { gate, ...told, parts: bootstrapParts(grid, parts, percents, bootstrap) };
  },
};

function divide(grid: Grid, setting: FourWaySetting) {
  const { run } = setting;
  const everything = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
  const first = fitFourWay(grid, setting);
  const x = placeDivider(grid, first, 0, [0, 3], [1, 2], everything, run[0]);
  const leftBy = (of: FourWayFit) => placeDivider(grid, of, 1, [3], [0], [everything[0], x.position], run[1]);
  const read = leftBy(first);
  const mark = landmarkOf(grid, x.position, read.position, setting.zeros[1] ?? 0);
  // the cells without the marker tell where those with it begin, wherever brighter ones stand
  const cut = mark?.cut;
  const isLower = cut !== undefined && read.position - cut > OTHER_READING;
  const fit = isLower ? fitFourWay(grid, setting, { x: x.position, left: cut, bright: mark?.bright }) : first;
  const placed = isLower ? leftBy(fit) : read;
  const left = isLower && Math.abs(placed.position - cut) > OTHER_READING ? { ...placed, position: cut } : placed;
  const right = placeDivider(
    grid,
    fit,
    1,
    [2],
    [1],
    [x.position, everything[1]],
    run[1],
    left.basis === 'tail' ? undefined : left.position,
  );
  return { fit, dividers: { x, left, right }, mark };
}
