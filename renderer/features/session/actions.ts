import type { Answer, BridgeFile, FileToken, OpenedSession } from '../../../core/contract/bridge.ts';
import type { SessionDocument } from '../../../core/study/session/document/session-document.ts';
import { commit, emptyHistory, openHistory, sessionOf } from '../../../core/study/session/history.ts';
import { openSession as readChecked, serialiseSession } from '../../../core/study/session/session-text.ts';
import { type AppContext, ask, attempt, isAbort, notify, stampOf } from '../../context/app-context.ts';
import { keyOfSample } from '../../store/document.ts';
import type { Leaving } from '../../store/leaving.ts';
import { emptyReview } from '../../store/review-state.ts';
import type { SampleKey, SampleResult, ViewState } from '../../store/state.ts';
import { emptyArrangement, emptyResults, setSample, setView } from '../../store/store.ts';
import { likedProtocol, openShipped } from './protocols.ts';
import { isUnsaved } from './unsaved.ts';

/** A session with the protocol that was chosen last and no sample: nothing in it is unsaved. */
export function newSession(app: Pick<AppContext, 'store' | 'user'>): void {
  const protocol = openShipped(likedProtocol(app.store.getState()));
  const { present, audit } = commit(emptyHistory, { type: 'protocol/replace', protocol }, stampOf(app));
  const history = { past: [], present, future: [], audit };
  // the panels stay as the person has them
  const { panels } = app.store.getState().session.arrangement;
  const arrangement = panels === undefined ? emptyArrangement : { panels };
  app.store.setState({ session: { history, file: undefined, savedAudit: audit, arrangement, savedArrangement: arrangement } });
}

/** An empty session has nothing unsaved in it, whatever protocol was chosen. */
export const keepAsBegun = ({ store }: Pick<AppContext, 'store'>): void =>
  store.setState(({ session }) => ({
    session: { ...session, savedAudit: session.history.audit, savedArrangement: session.arrangement },
  }));

export async function saveSession(app: AppContext, where: 'here' | 'elsewhere' = 'here'): Promise<boolean> {
  const saved = await attempt(app, async () => {
    const { history, file, arrangement } = app.store.getState().session;
    const text = serialiseSession(sessionOf(history, arrangement));
    const name = file?.name ?? 'session.lymphoscope';
    const written = await ask(where === 'here' ? app.bridge.saveSession(file?.token, text) : app.bridge.saveSessionAs(name, text));
    if (written === null) return false;
    app.store.setState(({ session }) => ({
      session: { ...session, file: written, savedAudit: history.audit, savedArrangement: arrangement },
    }));
    await ask(app.bridge.clearAutosave());
    return true;
  });
  return saved === true;
}

/** Opens a saved session, by a dialog where no token is given. Unsaved work is asked about first. */
export const openSessionFile = (app: AppContext, token?: FileToken): Promise<void> => leave(app, { to: 'open', token });

/** A session that was packed with its data, unpacked into a new folder. Unsaved work is asked about first. */
export const openPacked = (app: AppContext): Promise<void> => leave(app, { to: 'open-packed' });

/** A new session instead of the one that is open. Unsaved work is asked about first. */
export const beginSession = (app: AppContext): Promise<void> => leave(app, { to: 'new' });

/** Leaves the session that is open, or asks what becomes of what is unsaved in it. */
async function leave(app: AppContext, leaving: Leaving): Promise<void> {
  if (isUnsaved(app.store.getState())) setView(app.store, { dialog: 'leaving', leaving });
  else await leaveNow(app, leaving);
}

/** What was asked for, now that it is decided what becomes of unsaved work. */
export async function leaveNow(app: AppContext, leaving: Leaving): Promise<void> {
  if (leaving.to === 'close') {
    await app.bridge.closeWindow();
    return;
  }
  if (leaving.to === 'open') return openNow(app, () => app.bridge.openSession(leaving.token));
  if (leaving.to === 'open-packed') return openNow(app, () => app.bridge.openPacked());
  newSession(app);
  app.store.setState(({ view }) => ({ results: emptyResults, view: { ...view, ...nothingSelected(view) } }));
}

/** What was chosen, held or judged of the samples of one session is nothing of another's. */
const nothingSelected = ({ review, forms }: ViewState): Partial<ViewState> => ({
  ...{
    selected: undefined,
    search: '',
    picked: [],
    group: undefined,
    editedGroup: undefined,
    population: '',
    chosen: undefined,
    scope: undefined,
  },
  ...{ activeTile: undefined, revealed: undefined, backgate: undefined, held: undefined, draft: undefined, scaleDraft: undefined },
  ...{ interchange: undefined, notices: [] },
  forms: Object.fromEntries(Object.entries(forms).filter(([form]) => !form.startsWith('assay '))),
  review: review.source === 'archive' ? review : { ...emptyReview, order: review.order, size: review.size },
});

/** Nothing that is open is lost where the other cannot be read. */
async function openNow(app: AppContext, open: () => Promise<Answer<OpenedSession | null>>): Promise<void> {
  await attempt(app, async () => {
    const opened = await ask(open());
    if (opened !== null) await showSession(app, opened);
  });
}

/** The automatic copy of unsaved work. It stays until the session is saved or thrown away. */
export async function restoreAutosave(app: AppContext): Promise<void> {
  await attempt(app, async () => {
    const opened = await ask(app.bridge.readAutosave());
    if (opened !== null) await showSession(app, opened);
  });
}

async function showSession(app: AppContext, { text, samples, file, anchors }: OpenedSession): Promise<void> {
  const { session, trust } = readChecked(text, anchors);
  const history = openHistory(session);
  const results = resultsOf(history.present, samples);
  const selected = [...results.keys()][0];
  const { arrangement = emptyArrangement } = session;
  app.store.setState(({ view }) => ({
    // a restored copy is unsaved by what it holds
    session: { history, file, savedAudit: file === undefined ? [] : history.audit, arrangement, savedArrangement: arrangement, trust },
    results: { ...emptyResults, samples: results },
    view: { ...view, ...nothingSelected(view), selected },
  }));
  await loadSamples(
    app,
    [...results].flatMap(([key, { phase }]) => (phase === 'unloaded' ? [key] : [])),
  );
}

function resultsOf({ samples }: SessionDocument, files: OpenedSession['samples']): Map<SampleKey, SampleResult> {
  return new Map(
    samples.map((sample) => {
      const { name, size, dataset, path = '' } = sample.file;
      const file = files.find(({ token }) => token === path);
      const key = keyOfSample(sample);
      const result: SampleResult = {
        key,
        // a session's own text says so; a token that main does not know is refused there
        token: path as FileToken,
        name,
        size: file?.bytes ?? size,
        dataset,
        mode: sample.file.salvage === true ? 'salvage' : 'default',
        pending: false,
        phase: file?.found === true ? 'unloaded' : 'missing',
        fraction: 0,
      };
      return [key, result] as const;
    }),
  );
}

/** Reads samples of the session, the first in the list first. A file that holds other bytes than it did is refused. */
export async function loadSamples(app: AppContext, keys: readonly SampleKey[]): Promise<void> {
  if (keys.length === 0) return;
  const controller = new AbortController();
  const waiting = [...keys];
  setView(app.store, { work: { word: 'reading', keys, done: 0, total: keys.length, cancel: () => controller.abort() } });
  const lane = async () => {
    for (let key = waiting.shift(); key !== undefined && !controller.signal.aborted; key = waiting.shift())
      await loadKnown(app, key, controller.signal);
  };
  try {
    await Promise.all([lane(), lane()]);
  } finally {
    setView(app.store, { work: undefined });
  }
}

async function loadKnown(app: AppContext, key: SampleKey, signal: AbortSignal): Promise<void> {
  const name = app.store.getState().results.samples.get(key)?.name;
  await attempt(
    app,
    async () => {
      const { sha256 } = await app.engine.load(key, signal).catch((error: unknown) => {
        if (isAbort(error)) return { sha256: undefined };
        throw error;
      });
      const known = app.store.getState().session.history.present.samples.find((sample) => keyOfSample(sample) === key);
      if (sha256 === undefined || known === undefined || known.file.sha256 === sha256) return;
      app.engine.refuse(key);
      notify(app, { code: 'sample-differs', sentence: differs, values: { file: known.file.name } }, { about: known.file.name });
    },
    name,
  );
}

/** The new place of a file that moved, by a dialog. Its digest decides whether it is the same. */
export async function relinkSample(app: AppContext, key: SampleKey): Promise<void> {
  const { token } = app.store.getState().results.samples.get(key) ?? {};
  const found: BridgeFile | null | undefined = token && (await attempt(app, () => ask(app.bridge.relink(token))));
  if (!found) return;
  setSample(app.store, key, { size: found.bytes });
  await loadSamples(app, [key]);
}

const differs = {
  en: '{file} at this place holds other bytes than the sample of the session; find the right file.',
  ja: '{file}の内容が、セッションに記録された検体と異なります。正しいファイルを指定してください。',
};
