import { describe, expect, it } from 'vitest';
import type { ArchiveReview, ReviewedRun } from '../../../../../core/contract/archive-review.ts';
import type { AppContext } from '../../../../../renderer/context/app-context.ts';
import { isSettled, judge, step } from '../../../../../renderer/features/review/actions.ts';
import { replaced } from '../../../../../renderer/features/review/archive-actions.ts';
import { chosenInSight, targetIds } from '../../../../../renderer/features/review/targets.ts';
import { createWindowStore, setReview } from '../../../../../renderer/store/store.ts';
import { rectangle } from '../../../core/study/session/session-support.ts';

const look = { shown: ['a', 'b', 'c'], active: 'a', isLarge: false };

describe('what an act in review is about', () => {
  it('is what is chosen and in sight: nothing that a filter hides', () => {
    expect(targetIds({ ...look, chosen: ['b', 'hidden', 'c'] })).toEqual(['b', 'c']);
    expect(chosenInSight({ ...look, chosen: ['hidden'] })).toEqual([]);
    expect(targetIds({ ...look, chosen: ['hidden'] })).toEqual(['a']);
    expect(targetIds({ ...look, chosen: [], active: undefined })).toEqual([]);
  });

  it('is the sample that is shown large, whatever is chosen', () => {
    expect(targetIds({ ...look, chosen: ['b', 'c'], isLarge: true })).toEqual(['a']);
  });
});

describe('a gate that is moved and not kept', () => {
  const draft = { id: 'a', gate: rectangle(0.4) };
  function appWith() {
    const app = { store: createWindowStore('en'), user: 'tester', mac: false } as AppContext;
    setReview(app.store, { ...look, isLarge: true, gate: { id: 'g', population: 'CD3+' }, draft });
    return app;
  }
  const reviewOf = ({ store }: AppContext) => store.getState().view.review;

  it('is not lost by going on, and the gate of before is not judged in its place', () => {
    const app = appWith();
    for (const act of [() => step(app, 1), () => judge(app, 'accepted'), () => judge(app, 'returned', 'why'), () => judge(app, 'open')]) {
      act();
      expect(reviewOf(app)).toMatchObject({ draft, active: 'a' });
      expect(app.store.getState().session.history.present.reviews).toBeUndefined();
    }
    expect(app.store.getState().view.notices).toHaveLength(1);
  });

  it('is in the way of nothing once it is kept or left', () => {
    const app = appWith();
    setReview(app.store, { draft: undefined });
    expect(isSettled(app)).toBe(true);
    step(app, 1);
    expect(reviewOf(app).active).toBe('b');
  });
});

describe('runs of the archive that were gated again', () => {
  const run = (id: string, result: string) => ({ id, result }) as ReviewedRun;
  const value = { population: 'CD3+', runs: [run('1', 'old 1'), run('2', 'old 2')] } as unknown as ArchiveReview;

  it('take the place of their results of before, at the same gate alone', () => {
    const fresh = { ...value, runs: [run('2', 'new 2')] };
    expect(replaced(value, fresh).runs.map(({ result }) => result)).toEqual(['old 1', 'new 2']);
    expect(replaced(value, { ...fresh, population: 'CD56+' })).toBe(value);
  });
});
