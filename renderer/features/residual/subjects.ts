import { combinationOf } from '../../../core/gating/gates/gates.ts';
import { indexStrategy } from '../../../core/gating/strategy/edit-tree.ts';
import type { Protocol } from '../../../core/study/protocol/protocol.ts';
import type { ResidualPlan } from '../../../core/study/residual/residual-plan.ts';
import { isCurrent, makersOf } from '../../store/document.ts';
import type { CountedFrom } from '../../store/residual-state.ts';
import { sessionResults } from '../../store/selectors.ts';
import type { State } from '../../store/state.ts';

/** A culture or a single sample of the session, with the blanks that it is held against. */
export interface Subject {
  readonly id: string;
  /** Lot, culture or donor; the file where none is known. */
  readonly name: string;
  readonly tubes: readonly CountedFrom[];
  readonly blanks: readonly CountedFrom[];
}

/** The samples of the session by lot, else culture, else donor. Blanks are samples of that role, and FMO controls without a marker of the residual gate. */
export function subjectsOf(state: Pick<State, 'session' | 'results'>, plan: ResidualPlan): readonly Subject[] {
  const omitted = markersOf(state.session.history.present.protocol, plan);
  const subjects = new Map<string, { readonly name: string; readonly tubes: CountedFrom[] }>();
  const blanks: CountedFrom[] = [];
  for (const { key, name, size, phase, ...result } of sessionResults(state)) {
    const makers = makersOf(state, { key, name, size, phase, ...result });
    if (makers?.sha256 === undefined || phase === 'failed' || phase === 'missing') continue;
    const tube = { key, name, size, makers };
    const { role, lot, culture, donor, omits } = makers.metadata;
    if (role === 'blank' || (role === 'fmo' && omits !== undefined && omitted.has(omits))) blanks.push(tube);
    if (role !== 'sample' && role !== 'blood') continue;
    const subject = lot ?? culture ?? donor ?? name;
    const known = subjects.get(subject) ?? { name: subject, tubes: [] };
    subjects.set(subject, known);
    known.tubes.push(tube);
  }
  return [...subjects].map(([id, subject]) => ({ id, ...subject, blanks }));
}

/** The markers that the residual cells carry by their own gate: without one of them nothing is a residual cell, and what is counted all the same is background. */
function markersOf({ strategy }: Protocol, { population }: ResidualPlan): ReadonlySet<string> {
  const { populations } = indexStrategy(strategy);
  const nodeAt = (path: string) => populations.find((known) => known.path === path)?.gate;
  const node = nodeAt(population);
  const operands = node && combinationOf(node.gate)?.operands.filter(({ complement }) => !complement);
  const gates = operands === undefined ? [node] : operands.map((operand) => nodeAt(operand.population));
  return new Set(gates.flatMap((gate) => (gate === undefined || isBelow(gate.gate) ? [] : gate.dimensions)));
}

const isBelow = (gate: object): boolean => 'keep' in gate && gate.keep === 'below';

/** Whether a count is of the very same files, gates and plan. */
export const isCountOf = (
  known: { readonly plan: ResidualPlan; readonly of: readonly CountedFrom[] } | undefined,
  subject: Subject,
  plan: ResidualPlan,
): boolean => known !== undefined && known.plan === plan && isSameList(known.of, [...subject.tubes, ...subject.blanks]);

export const isSameSubject = (a: Subject, b: Subject | undefined): boolean =>
  b !== undefined && a.id === b.id && isSameList(a.tubes, b.tubes) && isSameList(a.blanks, b.blanks);

const isSameList = (a: readonly CountedFrom[], b: readonly CountedFrom[]): boolean =>
  a.length === b.length && a.every(({ key, makers }, i) => key === b[i]?.key && isCurrent(makers, b[i].makers));
