import { type SampleMetadata, sampleMetadataSchema } from '../../../core/data/metadata/sample-metadata.ts';
import { type AppContext, ask, attempt } from '../../context/app-context.ts';
import { edit } from '../../context/edit.ts';
import { translator } from '../../messages/language.ts';
import { keyOf, keyOfSample, sampleAt } from '../../store/document.ts';
import { chosenSamples } from '../../store/picked.ts';
import type { SampleSource, State } from '../../store/state.ts';
import { setView } from '../../store/store.ts';
import { messages } from './messages.ts';
import { openFiles } from './open-files.ts';

/** The chosen samples that are read. */
const pooledOf = ({ session, view, results }: State) => {
  const keys = new Set(chosenSamples(view));
  return session.history.present.samples.filter((sample) => {
    const key = keyOfSample(sample);
    return keys.has(key) && results.samples.get(key)?.phase !== 'missing';
  });
};

export const canPool = (state: State): boolean => state.view.work === undefined && pooledOf(state).length > 1;

/** All events of the chosen samples as one file, which is a sample of the session from then on: what all of them say of themselves it says too. */
export async function poolChosen(app: AppContext): Promise<void> {
  const samples = pooledOf(app.store.getState());
  const parts = samples.map(({ file: { path, sha256, dataset, salvage } }) => ({
    token: path as SampleSource['token'],
    sha256,
    dataset,
    mode: salvage === true ? ('salvage' as const) : ('default' as const),
  }));
  const t = translator(messages, app.store.getState().view.language);
  await attempt(app, async () => {
    const file = await ask(app.bridge.poolSamples(parts, t('pooledName', { count: samples.length })));
    if (file === null) return;
    await openFiles(app, [file]);
    const key = keyOf({ token: file.token, dataset: 0 });
    const pooled = sampleAt(app.store.getState().session.history.present, key);
    if (pooled === undefined) return;
    const metadata = commonOf(samples.map((sample) => sample.metadata));
    if (JSON.stringify(metadata) !== JSON.stringify(pooled.metadata)) edit(app, { type: 'sample/metadata', sample: pooled.id, metadata });
    setView(app.store, { selected: key, message: t('pooled', { count: samples.length, file: file.name }) });
  });
}

/** Counted apart from the cytometer, of one culture vessel each: those of a pool are not known. */
const ofOne: ReadonlySet<string> = new Set(['cells', 'cellsKind', 'seededCells', 'seededCellsKind']);

/** What all of them say; a role that differs is that of a sample. */
function commonOf(all: readonly SampleMetadata[]): SampleMetadata {
  const [first, ...others] = all;
  const same = Object.entries(first ?? {}).filter(
    ([field, value]) => !ofOne.has(field) && others.every((other) => other[field as keyof SampleMetadata] === value),
  );
  return sampleMetadataSchema.parse(Object.fromEntries(same));
}
