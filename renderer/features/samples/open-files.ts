import { Problem } from '../../../core/base/problem.ts';
import type { BridgeFile, PickedFile } from '../../../core/contract/bridge.ts';
import { lotDonors } from '../../../core/data/metadata/lot-donors.ts';
import { findDuplicates } from '../../../core/study/sample/find-duplicates.ts';
import { askedKeywords } from '../../../core/study/session/document/group-members.ts';
import { fileKey, type Sample, type SampleFile } from '../../../core/study/session/document/session-document.ts';
import { sampleIdOf } from '../../../core/study/session/edits/edit-samples.ts';
import { type AppContext, ask, attempt, isAbort, notify } from '../../context/app-context.ts';
import { changeList } from '../../context/change-list.ts';
import { edit } from '../../context/edit.ts';
import { keyOf, keyOfSample, sampleAt } from '../../store/document.ts';
import type { SampleKey, SampleResult, SampleSource } from '../../store/state.ts';
import { type Store, setSample, setView } from '../../store/store.ts';
import { openSessionFile } from '../session/actions.ts';

const isSession = ({ name }: BridgeFile): boolean => name.toLowerCase().endsWith('.lymphoscope');

/** As many files at once: one is analysed while the next one is read. */
const LANES = 3;

/** Opens files that a person chose, dropped or named on the command line: a session, or samples that join the one that is open. */
export async function openFiles(app: AppContext, picked: readonly PickedFile[]): Promise<void> {
  for (const { name, ...of } of picked) if ('problem' in of) notify(app, of.problem, { about: name });
  const files = picked.filter((one): one is BridgeFile => 'token' in one);
  const session = files.find(isSession);
  if (session !== undefined) await openSessionFile(app, session.token);
  await openSamples(app, files.filter((file) => !isSession(file)).map(sourceOf(0)));
}

export const chooseFiles = (app: AppContext): Promise<unknown> =>
  attempt(app, async () => openFiles(app, await ask(app.bridge.openSamples())));

export const openSimulated = (app: AppContext): Promise<unknown> =>
  attempt(app, async () => openFiles(app, await ask(app.bridge.sampleFiles())));

/** Dropped files: each is registered by itself, and one that is refused does not stop the others. */
export async function dropFiles(app: AppContext, dropped: readonly File[]): Promise<void> {
  const files = await Promise.all(dropped.map((file) => attempt(app, () => ask(app.bridge.registerFile(file)), file.name)));
  await openFiles(
    app,
    files.flatMap((file) => file ?? []),
  );
}

const sourceOf =
  (dataset: number) =>
  ({ token, name, bytes }: BridgeFile): SampleSource => ({ key: keyOf({ token, dataset }), token, name, size: bytes, dataset });

/** Opens for what is whole in a truncated file; always marked by a finding. */
export async function salvageSample(app: AppContext, key: SampleKey): Promise<void> {
  const known = app.store.getState().results.samples.get(key);
  if (known !== undefined) await openSamples(app, [known], 'salvage');
}

async function openSamples(app: AppContext, sources: readonly SampleSource[], mode: SampleResult['mode'] = 'default'): Promise<void> {
  const { store } = app;
  const wanted = sources.filter(({ key }) => sampleAt(store.getState().session.history.present, key) === undefined);
  if (wanted.length === 0) return void (sources[0] && setView(store, { selected: sources[0].key }));
  const controller = new AbortController();
  const waiting = [...wanted];
  const opened: Sample[] = [];
  expect(store, wanted, mode);
  const cancel = () => controller.abort();
  setView(store, { work: { word: 'reading', keys: wanted.map(({ key }) => key), done: 0, total: wanted.length, cancel } });

  async function openNext(): Promise<void> {
    for (let source = waiting.shift(); source !== undefined; source = waiting.shift()) {
      const found = await openOne(app, source, controller.signal);
      if (found === undefined) continue;
      opened.push(found.sample);
      if (source.dataset > 0) continue;
      const others = Array.from({ length: found.datasetCount - 1 }, (_, i) => withDataset(source as SampleSource, i + 1));
      expect(store, others, mode, source.key);
      waiting.push(...others);
    }
  }
  try {
    await Promise.all(Array.from({ length: LANES }, openNext));
  } finally {
    // whatever became of one file, the others are opened
    join(app, opened);
    setView(store, { work: undefined });
  }
}

const withDataset = (source: SampleSource, dataset: number): SampleSource => ({ ...source, dataset, key: keyOf({ ...source, dataset }) });

/** Puts files that are going to be read into the list, further data sets beside the first one; the first of them in sight. */
function expect(store: Store, sources: readonly SampleSource[], mode: SampleResult['mode'], after?: SampleKey): void {
  const { results, view } = store.getState();
  const added = sources.map(({ key, token, name, size, dataset }): readonly [SampleKey, SampleResult] => [
    key,
    { key, token, name, size, dataset, mode, pending: true, phase: 'waiting', fraction: 0 },
  ]);
  const known = [...results.samples].filter(([key]) => !added.some(([other]) => other === key));
  const place = after === undefined ? known.length : known.findIndex(([key]) => key === after) + 1;
  const samples = new Map([...known.slice(0, place), ...added, ...known.slice(place)]);
  const selected = view.selected !== undefined && samples.has(view.selected) ? view.selected : sources[0]?.key;
  store.setState({ results: { ...results, samples }, view: { ...view, selected } });
}

async function openOne(
  app: AppContext,
  { key, token, name, size, dataset }: SampleSource,
  signal: AbortSignal,
): Promise<{ readonly sample: Sample; readonly datasetCount: number } | undefined> {
  if (signal.aborted) return forget(app.store, key);
  try {
    const { facts, sha256 } = await app.engine.load(key, signal);
    const { mode } = app.store.getState().results.samples.get(key) ?? {};
    const file: SampleFile = { name, path: token, sha256, size, dataset, ...(mode === 'salvage' ? { salvage: true } : {}) };
    const asked = [...askedKeywords(app.store.getState().session.history.present)];
    const said = asked.flatMap((keyword) => {
      const value = facts.keywords?.[keyword];
      return value === undefined ? [] : [[keyword, value] as const];
    });
    const sample = { id: sampleIdOf(file), file, metadata: facts.metadata };
    return {
      sample: said.length === 0 ? sample : { ...sample, keywords: Object.fromEntries(said) },
      datasetCount: facts.datasetCount,
    };
  } catch (error) {
    if (isAbort(error) || signal.aborted) return forget(app.store, key);
    if (!(error instanceof Problem)) throw error;
    notify(app, error, { about: name, ...(salvageable.has(error.code) ? { salvage: key } : {}) });
    return undefined;
  }
}

/** Refusals after which the whole events of a file may still be there. */
const salvageable: ReadonlySet<string> = new Set(['data-truncated', 'tot-too-large']);

/** All at once, so that one undo takes them away again. What the session holds already is found again, or said to be there. */
function join(app: AppContext, opened: readonly Sample[]): void {
  const { store } = app;
  const { samples } = store.getState().session.history.present;
  const here = new Map(samples.map((sample) => [fileKey(sample.file), sample]));
  const added: Sample[] = [];
  const lots = lotDonors();
  for (const { metadata } of samples) lots.claim(metadata);
  // in the order of the list, whichever was read first
  const listed = [...store.getState().results.samples.keys()];
  const placeOf = (sample: Sample) => listed.indexOf(keyOfSample(sample));
  for (const sample of [...opened].sort((a, b) => placeOf(a) - placeOf(b))) {
    const known = here.get(fileKey(sample.file));
    if (known === undefined) {
      const problem = lots.claim(sample.metadata);
      if (problem !== undefined) {
        notify(app, problem, { about: sample.file.name });
        forget(store, keyOfSample(sample));
        continue;
      }
      here.set(fileKey(sample.file), sample);
      added.push(sample);
    } else if (added.includes(known)) sayAgain(app, sample, known);
    else foundAgain(app, known, sample);
  }
  if (added.length > 0 && !edit(app, { type: 'sample/add', samples: added })) return;
  for (const sample of added) setSample(store, keyOfSample(sample), { pending: false });
  sayDuplicates(app, added);
}

/** The same events under another name, or with other keywords: kept, since a person may have meant it, but said. */
function sayDuplicates(app: AppContext, added: readonly Sample[]): void {
  const { results, session } = app.store.getState();
  const known = session.history.present.samples.flatMap(({ file }) => {
    const result = results.samples.get(keyOf({ token: file.path as SampleSource['token'], dataset: file.dataset }));
    const { dataSha256 = '', facts } = result ?? {};
    return [{ file: file.name, dataset: file.dataset, eventCount: facts?.eventCount ?? 0, dataSha256 }];
  });
  const names = new Set(added.map(({ file }) => file.name));
  for (const group of findDuplicates(known)) {
    if (!group.some(({ file }) => names.has(file))) continue;
    const files = group.map(({ file, dataset }) => (dataset === 0 ? file : `${file} (${dataset + 1})`)).join(', ');
    notify(app, { code: 'events-duplicate', sentence: sameEvents, values: { files } }, { kind: 'note' });
  }
}

const sameEvents = {
  en: 'These hold the same events under different names or keywords: {files}.',
  ja: '名前やキーワードは異なりますが、同一のイベントデータです: {files}',
};

/** The same bytes again: the file of a missing sample is found by its digest; any other is a duplicate. */
function foundAgain(app: AppContext, known: Sample, again: Sample): void {
  const before = app.store.getState().results.samples.get(keyOfSample(known));
  if (before?.phase !== 'missing') {
    sayAgain(app, again, known);
    return;
  }
  if (edit(app, { type: 'sample/relink', sample: known.id, file: again.file })) {
    setSample(app.store, keyOfSample(again), { pending: false });
    if (app.store.getState().view.selected === before.key) setView(app.store, { selected: keyOfSample(again) });
  }
}

function sayAgain(app: AppContext, { file }: Sample, known: Sample): void {
  if (file.path !== known.file.path) forget(app.store, keyOf({ token: file.path as SampleSource['token'], dataset: file.dataset }));
  notify(app, { code: 'sample-exists', sentence: alreadyOpen, values: { file: file.name, known: known.file.name } }, { kind: 'note' });
}

const alreadyOpen = {
  en: '{file} holds the same bytes as {known}, which is open already; it was not added again.',
  ja: '{file}は、すでに開いている{known}と同一のファイルです。重複して追加はしません。',
};

function forget(store: Store, key: SampleKey): undefined {
  changeList(store, ({ results }) => {
    const samples = new Map(results.samples);
    samples.delete(key);
    return { results: { ...results, samples } };
  });
}
