import { compileTransform } from '../../../core/data/transforms/transforms.ts';
import type { Gate } from '../../../core/gating/gates/gates.ts';
import { mapCoordinates } from '../../../core/gating/gates/gates.ts';
import type { UsedChannel } from '../../../core/gating/strategy/used-channels.ts';
import type { GateFacts } from '../../../core/study/review/gate-facts.ts';
import { archiveSubjects, type ReviewSubject, sessionSubjects } from '../../store/review-items.ts';
import type { ReviewLook } from '../../store/review-state.ts';
import { sessionResults } from '../../store/selectors.ts';
import type { State } from '../../store/state.ts';

/** The chosen samples that are in sight: what a filter hides is not acted on. */
export function chosenInSight({ chosen, shown }: Pick<ReviewLook, 'chosen' | 'shown'>): readonly string[] {
  const inSight = new Set(shown);
  return chosen.filter((id) => inSight.has(id));
}

/** What a judgement is about: the sample that is shown large, else the chosen ones in sight, else the active one. */
export function targetIds(look: Pick<ReviewLook, 'chosen' | 'shown' | 'active' | 'isLarge'>): readonly string[] {
  const chosen = look.isLarge ? [] : chosenInSight(look);
  return chosen.length > 0 ? chosen : look.active === undefined ? [] : [look.active];
}

export const subjectsOf = (state: State): readonly ReviewSubject[] => {
  const { gate, source } = state.view.review;
  if (source === 'archive') return state.archive.review === undefined ? [] : archiveSubjects(state.archive.review);
  return gate === undefined ? [] : sessionSubjects(state, sessionResults(state), gate);
};

/** A gate of one sample as it stands in another: the same linear values. Undefined where the other has no place for it. */
export function gateIn(gate: Gate, { placed }: GateFacts, from: readonly UsedChannel[], to: readonly UsedChannel[]): Gate | undefined {
  const scales = placed.dimensions.map((dimension) => {
    const [own, other] = [from, to].map((channels) => channels.find(({ id }) => id === dimension)?.transform);
    return own && other && ([compileTransform(own), compileTransform(other)] as const);
  });
  if (scales.some((pair) => pair === undefined)) return undefined;
  const pairs = scales.flatMap((pair) => (pair === undefined ? [] : [pair]));
  if (pairs.every(([own, other]) => own === other)) return gate;
  let isPlace = true;
  const moved = mapCoordinates(
    gate,
    pairs.map(([own, other]) => (at) => {
      const there = own === other ? at : other.scale(own.unscale(at));
      if (!Number.isFinite(there)) isPlace = false;
      return there;
    }),
  );
  return isPlace ? moved : undefined;
}
