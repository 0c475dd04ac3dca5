import { expect, it } from 'vitest';
import { declarationOf } from '../../../../core/contract/commands.ts';
import { messages } from '../../../../renderer/features/tutorial/messages.ts';
import { doneIn, stepNames, steps } from '../../../../renderer/features/tutorial/steps.ts';
import { createWindowStore, setView } from '../../../../renderer/store/store.ts';

it('nothing is done at the start, and what was done once stays done', () => {
  const store = createWindowStore('en');
  expect(doneIn(store.getState(), [])).toEqual([]);
  setView(store, { centre: 'culture' });
  const done = doneIn(store.getState(), []);
  expect(done).toEqual(['called']);
  setView(store, { centre: 'quality' });
  expect(doneIn(store.getState(), done)).toEqual(['called', 'quality']);
});

it('each of the ten steps says what it is and how, and what it offers exists', () => {
  expect(stepNames).toHaveLength(10);
  for (const name of stepNames) {
    expect(messages[`step.${name}`].en.length).toBeGreaterThan(5);
    expect(messages[`how.${name}`].ja).toMatch(/。$/);
    const { command } = steps[name];
    if (command !== undefined) expect(declarationOf(command).words.en).not.toBe('');
  }
});
