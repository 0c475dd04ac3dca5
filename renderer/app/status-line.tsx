import { formatCount } from '../../core/show/plot/number-format.ts';
import { useApp, useWindow } from '../context/use-app.ts';
import { stopArchive } from '../features/archive/actions.ts';
import { useMessages } from '../messages/language.ts';
import { foldSide } from '../store/arrangement.ts';
import { runningOf } from '../store/running.ts';
import { countFindings, shownAnalysis } from '../store/selectors.ts';
import type { State } from '../store/state.ts';
import { setView } from '../store/store.ts';
import { messages } from './messages.ts';
import { type Progress, StatusBar } from './status-bar.tsx';

export function StatusLine() {
  const app = useApp();
  const t = useMessages(messages);
  const running = useWindow(runningOf);
  const memory = useWindow(({ results }) => results.memory);
  const findings = useWindow(countFindings);
  const message = useWindow(({ view }) => view.message);
  const moving = useWindow(movingOf);
  const held = moving && t(moving.word, { name: moving.name, first: formatCount(moving.first), all: formatCount(moving.all) });
  const progress: Progress | undefined = running && { ...running, label: t(running.word) };
  const cancel = () => {
    if (app.store.getState().archive.progress !== undefined) return void stopArchive(app);
    const { work } = app.store.getState().view;
    if (work === undefined) app.engine.cancel();
    else work.cancel();
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
