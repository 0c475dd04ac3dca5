import type { LearningAxis } from '../../gating/automatic/kind/learning-axis.ts';
import type { SameRun } from '../../gating/automatic/kind/same-run.ts';
import { isStep, learningAxes, type Step } from '../../gating/automatic/steps.ts';
import { mapGates } from '../../gating/strategy/edit-tree.ts';
import type { GateNode } from '../../gating/strategy/strategy.ts';

/** An axis of an automatic step that other files of a run can say something of. */
export interface StepAxis {
  /** The gate's id; see `nameGates`. */
  readonly gate: string;
  readonly axis: number;
  readonly dimension: string;
}

/** What a run says, by gate and axis. */
export type RunPriors = ReadonlyMap<string, SameRun>;
export const axisKey = ({ gate, axis }: Pick<StepAxis, 'gate' | 'axis'>): string => `${gate} ${axis}`;

/** The strategy with an id for every gate: its own, or its place in the strategy. Results of several files are matched by them. */
export function nameGates(strategy: readonly GateNode[]): readonly GateNode[] {
  let place = 0;
  return mapGates(strategy, (node) => {
    place++;
    return node.id === undefined ? { ...node, id: `gate-${place}` } : node;
  });
}

/** The same without the ids that `nameGates` gave. */
export const unnameGates = (strategy: readonly GateNode[]): readonly GateNode[] =>
  mapGates(strategy, ({ id, ...node }) => (id === undefined || /^gate-\d+$/.test(id) ? node : { id, ...node }));

const axesOf = (gate: GateNode['gate']): readonly LearningAxis<Step>[] => (isStep(gate) ? learningAxes(gate) : []);

/** Every axis of a named strategy that a run can say something of. */
export function stepAxes(strategy: readonly GateNode[]): readonly StepAxis[] {
  const found: StepAxis[] = [];
  mapGates(strategy, (node) => {
    for (const { axis } of axesOf(node.gate)) found.push({ gate: node.id ?? '', axis, dimension: node.dimensions[axis] ?? '' });
    return node;
  });
  return found;
}

/** A named strategy whose steps know what the run says. */
export function withRunPriors(strategy: readonly GateNode[], priors: RunPriors): readonly GateNode[] {
  return mapGates(strategy, (node) => {
    const of = (axis: number) => priors.get(axisKey({ gate: node.id ?? '', axis }));
    const { gate } = node;
    return isStep(gate) && axesOf(gate).some(({ axis }) => of(axis) !== undefined) ? { ...node, gate: updated(gate, of) } : node;
  });
}

/** The same strategy with what was learnt from a run forgotten. */
export const withoutRunPriors = (strategy: readonly GateNode[]): readonly GateNode[] =>
  mapGates(strategy, (node) => (isStep(node.gate) && axesOf(node.gate).length > 0 ? { ...node, gate: withoutPrior(node.gate) } : node));

const withoutPrior = (step: Step): Step => learningAxes(step).reduce((known, { withSameRun }) => withSameRun(known, undefined), step);

/** Of several controls of an axis the first one counts. */
export const mergeRunPriors = (learnt: readonly RunPriors[]): RunPriors => new Map(learnt.toReversed().flatMap((priors) => [...priors]));

const updated = (step: Step, of: (axis: number) => SameRun | undefined): Step =>
  learningAxes(step).reduce((known, { axis, sameRun, withSameRun }) => {
    const learnt = of(axis);
    return learnt === undefined ? known : withSameRun(known, { ...sameRun(known), ...learnt });
  }, step);
