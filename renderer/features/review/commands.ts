import type { Command, Commands } from '../../context/app-context.ts';
import { hasSamples } from '../../store/document.ts';
import type { State } from '../../store/state.ts';
import { setReview } from '../../store/store.ts';
import { askForReturn, choose, judge, nextBound, openReview } from './actions.ts';
import { accept, openGuided, stepGate } from './guided.ts';
import { chosenInSight } from './targets.ts';

const hasActive = ({ view }: State): boolean => view.centre === 'review' && view.review.active !== undefined;
const onActive = (perform: Command['perform']): Command => ({ perform, when: hasActive });

export const reviewCommands = {
  'view.review': { perform: openReview, when: hasSamples, isOn: ({ view }) => view.centre === 'review' },
  'view.guided': { perform: openGuided, when: hasSamples },
  'review.next-gate': onActive((app) => stepGate(app, 1)),
  'review.previous-gate': onActive((app) => stepGate(app, -1)),
  'review.accept': onActive(accept),
  'review.return': onActive(askForReturn),
  'review.reopen': onActive((app) => judge(app, 'open')),
  'review.choose': onActive((app) => choose(app, app.store.getState().view.review.active)),
  'review.open': onActive(({ store }) => setReview(store, { isLarge: true, draft: undefined })),
  'review.apply': {
    perform: ({ store }) => setReview(store, { asking: 'apply' }),
    when: (state) => hasActive(state) && chosenInSight(state.view.review).length > 0,
  },
  'review.bound': { perform: nextBound, when: (state) => hasActive(state) && state.view.review.isLarge },
} as const satisfies Partial<Commands>;
