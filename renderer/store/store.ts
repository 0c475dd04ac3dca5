import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Language } from '../../core/base/message.ts';
import type { Arrangement } from '../../core/study/arrangement/arrangement.ts';
import { emptyHistory } from '../../core/study/session/history.ts';
import { type ArchiveState, emptyArchive } from './archive-state.ts';
import type { KillingLook } from './page-looks.ts';
import type { ResidualLook } from './residual-state.ts';
import { emptyReview, type ReviewLook } from './review-state.ts';
import type { ResultsState, SampleKey, SampleResult, State, ViewState } from './state.ts';

export type Store = StoreApi<State>;

const emptyView: ViewState = {
  language: 'en',
  theme: 'light',
  ramp: 'viridis',
  scaling: 'log',
  backgate: undefined,
  tool: 'select',
  selected: undefined,
  search: '',
  picked: [],
  group: undefined,
  editedGroup: undefined,
  population: '',
  chosen: undefined,
  clipboard: undefined,
  renaming: false,
  centre: 'plots',
  reviewed: false,
  review: emptyReview,
  residual: { source: 'session', subject: undefined, day: undefined },
  killing: { plate: undefined, by: undefined },
  forms: {},
  tab: 'gate',
  activeTile: undefined,
  revealed: undefined,
  dialog: undefined,
  leaving: { to: 'close' },
  notices: [],
  work: undefined,
  calls: [],
  message: undefined,
  tutorial: false,
  reported: false,
  dropping: false,
  held: undefined,
  draft: undefined,
  scaleDraft: undefined,
  interchange: undefined,
  scope: undefined,
};

/** Everything as the window has it by itself. */
export const emptyArrangement: Arrangement = {};

export const emptyResults: ResultsState = {
  samples: new Map(),
  pictures: new Map(),
  layers: new Map(),
  figures: new Map(),
  drafted: undefined,
  residual: new Map(),
  memory: 0,
};

export const createWindowStore = (language: Language, preferences: State['preferences'] = { own: {}, computer: {} }): Store =>
  gathering(
    createStore<State>(() => ({
      session: {
        history: emptyHistory,
        file: undefined,
        savedAudit: [],
        arrangement: emptyArrangement,
        savedArrangement: emptyArrangement,
      },
      results: emptyResults,
      view: { ...emptyView, language },
      archive: emptyArchive,
      preferences,
    })),
  );

/** With so many samples, what becomes of single ones is told some at a time. */
const MANY = 50;
const GATHERED_MS = 40;

/**
 * A store that tells its listeners at once of everything but changes of single samples in a large session (`quietly`): those at most every 40 ms,
 * since each telling costs as much as there are samples. What is asked of the store is always the newest.
 */
function gathering(store: Store): Store {
  const listeners = new Set<(state: State, before: State) => void>();
  let told = store.getState();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    clearTimeout(waiting);
    waiting = undefined;
    const state = store.getState();
    const before = told;
    told = state;
    if (state !== before) for (const listener of [...listeners]) listener(state, before);
  };
  store.subscribe(({ results }) => {
    if (isQuiet && results.samples.size > MANY) waiting ??= setTimeout(tell, GATHERED_MS);
    else tell();
  });
  return {
    ...store,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

let isQuiet = false;

function quietly(change: () => void): void {
  isQuiet = true;
  try {
    change();
  } finally {
    isQuiet = false;
  }
}

export const setView = (store: Store, change: Partial<ViewState>): void =>
  store.setState(({ view }) => ({
    view: {
      ...view,
      ...(isOfOther(view, change) ? { scope: undefined } : {}),
      ...(isAlone(view, change) ? { picked: [] } : {}),
      ...change,
    },
  }));

/** A sample that is selected by itself ends what was chosen together. */
const isAlone = ({ picked }: ViewState, { selected }: Partial<ViewState>): boolean => selected !== undefined && picked.length > 0;

/** What was chosen for the changes of one gate holds for no other, and for no other sample. */
const isOfOther = ({ population, selected }: ViewState, change: Partial<ViewState>): boolean =>
  (change.population !== undefined && change.population !== population) || (change.selected !== undefined && change.selected !== selected);

export const setArchive = (store: Store, change: Partial<ArchiveState>): void =>
  store.setState(({ archive }) => ({ archive: { ...archive, ...change } }));

export const setReview = (store: Store, change: Partial<ReviewLook>): void =>
  store.setState(({ view }) => ({ view: { ...view, review: { ...view.review, ...change } } }));

export const setResidual = (store: Store, change: Partial<ResidualLook>): void =>
  store.setState(({ view }) => ({ view: { ...view, residual: { ...view.residual, ...change } } }));

export const setResults = (store: Store, change: Partial<ResultsState>): void =>
  store.setState(({ results }) => ({ results: { ...results, ...change } }));

/** Changes what is known of one sample; nothing happens where the sample is gone. */
export const setSample = (store: Store, key: SampleKey, change: Partial<SampleResult>): void =>
  quietly(() => store.setState(({ results }) => ({ results: withSample(results, key, change) })));

export function withSample(results: ResultsState, key: SampleKey, change: Partial<SampleResult>): ResultsState {
  const known = results.samples.get(key);
  return known === undefined ? results : { ...results, samples: new Map(results.samples).set(key, { ...known, ...change }) };
}

/** What was found out about a sample is not true any more. */
export function forgetResults(store: Store, key: SampleKey): void {
  store.setState(({ results }) => {
    const known = results.samples.get(key);
    if (known === undefined) return {};
    const {
      facts: _facts,
      sha256: _sha256,
      analysis: _analysis,
      thumbnails: _thumbnails,
      ended: _ended,
      quality: _quality,
      problem: _problem,
      ...source
    } = known;
    return { results: { ...results, samples: new Map(results.samples).set(key, source) } };
  });
}

export function setKilling(store: Store, change: Partial<KillingLook>): void {
  store.setState(({ view }) => ({ view: { ...view, killing: { ...view.killing, ...change } } }));
}
