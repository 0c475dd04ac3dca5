import type { SampleGroup } from '../../../core/study/session/document/group.ts';
import { askedKeywords, gatingGroupOf, isInGroup } from '../../../core/study/session/document/group-members.ts';
import type { Sample, SessionDocument } from '../../../core/study/session/document/session-document.ts';
import type { EditOf } from '../../../core/study/session/edits/edit-kinds.ts';
import { type AppContext, notify } from '../../context/app-context.ts';
import { edit } from '../../context/edit.ts';
import { keyOfSample } from '../../store/document.ts';
import { chosenSamples } from '../../store/picked.ts';
import type { SampleKey, State } from '../../store/state.ts';
import { setView } from '../../store/store.ts';
import { messages } from './messages.ts';

/** What a person says of a group in its dialog. */
export type GroupDraft = Pick<SampleGroup, 'name' | 'kind' | 'criteria'>;

export const shownGroupOf = ({ session, view }: Pick<State, 'session' | 'view'>): SampleGroup | undefined =>
  session.history.present.groups.find(({ id }) => id === view.group);

/** Adds a group, last, and lists its samples; false where it does not fit. */
export function addGroup(app: AppContext, draft: GroupDraft, samples: readonly string[] = []): boolean {
  const { groups } = app.store.getState().session.history.present;
  let n = groups.length + 1;
  while (groups.some(({ id }) => id === `group-${n}`)) n++;
  const group = { id: `group-${n}`, ...draft, samples: [...samples] };
  const done = edit(app, { type: 'group/add', group, ...saidOf(app, [...groups, group]) });
  if (done) setView(app.store, { group: group.id, picked: [] });
  return done;
}

export const changeGroup = (app: AppContext, id: string, change: Partial<GroupDraft & Pick<SampleGroup, 'samples'>>): boolean => {
  const groups = app.store.getState().session.history.present.groups.map((group) => (group.id === id ? { ...group, ...change } : group));
  return edit(app, { type: 'group/change', group: id, ...change, ...saidOf(app, groups) });
};

export function removeGroup(app: AppContext, id: string): void {
  if (edit(app, { type: 'group/remove', group: id })) setView(app.store, { group: undefined });
}

/** Puts a group before or after another one: the first that a sample fits is the one that gates it. */
export function moveGroup(app: AppContext, id: string, by: number): void {
  const ids = app.store.getState().session.history.present.groups.map((group) => group.id);
  const from = ids.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= ids.length) return;
  edit(app, { type: 'group/order', groups: ids.toSpliced(from, 1).toSpliced(to, 0, id) });
}

/** Samples that a person puts into a group; says so where a group above gates some of them. */
export function putIntoGroup(app: AppContext, id: string, keys: readonly SampleKey[]): void {
  const { present } = app.store.getState().session.history;
  const group = present.groups.find((one) => one.id === id);
  if (group === undefined) return;
  const added = samplesAt(present, keys).map((sample) => sample.id);
  if (!changeGroup(app, id, { samples: [...new Set([...group.samples, ...added])] })) return;
  const { present: after } = app.store.getState().session.history;
  const elsewhere = samplesAt(after, keys).filter((sample) => gatingGroupOf(after, sample)?.id !== id);
  if (group.kind === 'gating' && elsewhere.length > 0)
    notify(app, { sentence: messages.elsewhere, values: { count: elsewhere.length } }, { kind: 'note' });
}

export function takeOutOfGroup(app: AppContext, id: string, keys: readonly SampleKey[]): void {
  const { present } = app.store.getState().session.history;
  const group = present.groups.find((one) => one.id === id);
  if (group === undefined) return;
  const gone = new Set(samplesAt(present, keys).map((sample) => sample.id));
  if (!changeGroup(app, id, { samples: group.samples.filter((sample) => !gone.has(sample)) })) return;
  const { present: after } = app.store.getState().session.history;
  const now = after.groups.find((one) => one.id === id);
  const still = samplesAt(after, keys).filter((sample) => now !== undefined && isInGroup(now, sample));
  if (still.length > 0) notify(app, { sentence: messages.stillIn, values: { count: still.length } }, { kind: 'note' });
}

export const chosenKeys = ({ view }: Pick<State, 'view'>): readonly SampleKey[] => chosenSamples(view);

const samplesAt = ({ samples }: SessionDocument, keys: readonly SampleKey[]): readonly Sample[] =>
  samples.filter((sample) => keys.includes(keyOfSample(sample)));

/** What files say for the keywords that groups ask for, of samples that do not say it yet. */
function saidOf({ store }: AppContext, groups: SessionDocument['groups']): Pick<EditOf<'group/add'>, 'keywords'> {
  const asked = [...askedKeywords({ groups })];
  const { session, results } = store.getState();
  const keywords = session.history.present.samples.flatMap((sample) => {
    const said = results.samples.get(keyOfSample(sample))?.facts?.keywords ?? {};
    const values = asked.flatMap((name) => {
      const value = Object.hasOwn(said, name) ? said[name] : undefined;
      return value === undefined || sample.keywords?.[name] === value ? [] : [[name, value] as const];
    });
    return values.length === 0 ? [] : [{ sample: sample.id, values: Object.fromEntries(values) }];
  });
  return keywords.length === 0 ? {} : { keywords };
}

/** The samples as a draft of a group would see them: with what their files say for its keywords. */
export function samplesFor({ session, results }: Pick<State, 'session' | 'results'>, { criteria }: GroupDraft): readonly Sample[] {
  const names = criteria.flatMap(({ of }) => (typeof of === 'string' ? [] : [of.keyword]));
  if (names.length === 0) return session.history.present.samples;
  return session.history.present.samples.map((sample) => {
    const said = results.samples.get(keyOfSample(sample))?.facts?.keywords ?? {};
    const values = names.flatMap((name) => (Object.hasOwn(said, name) ? [[name, said[name] ?? ''] as const] : []));
    return { ...sample, keywords: { ...sample.keywords, ...Object.fromEntries(values) } };
  });
}
