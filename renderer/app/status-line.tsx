import { formatCount } from '../../core/show/plot/number-format.ts';
import { useApp, useWindow } from '../context/use-app.ts';
import { stopArchive } from '../features/archive/actions.ts';
import { useMessages } from '../messages/language.ts';
import { foldSide } from '../store/arrangement.ts';
import { countFindings, isGating, sessionResults, shownAnalysis } from '../store/selectors.ts';
import type { State } from '../store/state.ts';
import { setView } from '../store/store.ts';
import { messages } from './messages.ts';
import { type Progress, StatusBar } from './status-bar.tsx';

export function StatusLine() {
  const app = useApp();
  const t = useMessages(messages);
  const work = useWindow(progressOf);
  const memory = useWindow(({ results }) => results.memory);
  const findings = useWindow(countFindings);
  const message = useWindow(({ view }) => view.message);
  const moving = useWindow(movingOf);
  const held = moving && t(moving.word, { name: moving.name, first: formatCount(moving.first), all: formatCount(moving.all) });
  const progress: Progress | undefined = work && { label: t(work.word), done: work.done, total: work.total };
  const cancel = () => {
    if (app.store.getState().archive.progress !== undefined) return void stopArchive(app);
    const { work: running } = app.store.getState().view;
    if (running === undefined) app.engine.cancel();
    else running.cancel();
  };
  return (
    <StatusBar
      progress={held === undefined ? progress : undefined}
      onCancel={cancel}
      memory={memory > 0 ? { used: memory } : undefined}
      findings={findings}
      onFindings={() => {
        setView(app.store, { tab: 'findings' });
        foldSide(app.store, 'right', false);
      }}
      message={held ?? message}
    />
  );
}

/** What the numbers of a gate in a hand follow from. */
function movingOf(state: State) {
  const { draft } = state.view;
  const populations = shownAnalysis(state)?.populations ?? [];
  const moved = populations.find(({ gate }) => gate?.id !== undefined && gate.id === draft?.id);
  if (moved === undefined) return undefined;
  const { drafted } = state.results;
  const word = drafted === undefined ? 'movingCounting' : drafted.first === undefined ? 'movingExact' : 'movingAbout';
  return { word, name: moved.name, first: drafted?.first ?? 0, all: populations[0]?.count ?? 0 } as const;
}

const archiveWords = {
  import: 'importing',
  batch: 'gatingAgain',
  report: 'writingReports',
  table: 'writingTable',
  thumbnails: 'drawingThumbnails',
} as const;

/** What a person started, else the analyses that are still to come. */
function progressOf(state: State) {
  const { results, view, archive } = state;
  if (archive.progress !== undefined)
    return {
      word: archiveWords[archive.progress.work],
      done: archive.progress.done,
      total: archive.progress.total,
    };
  const { work } = view;
  if (work !== undefined) {
    const done = work.keys?.reduce((sum, key) => sum + (results.samples.get(key)?.fraction ?? 0), 0) ?? work.done;
    return { word: work.word, done, total: work.total };
  }
  const samples = sessionResults(state).filter(({ phase }) => phase === 'loaded');
  const open = samples.filter((result) => isGating(state, result)).length;
  return open === 0 ? undefined : { word: 'gating' as const, done: samples.length - open, total: samples.length };
}
