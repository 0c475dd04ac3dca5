import { headOf } from '../../../core/base/chain/chain.ts';
import type { Language } from '../../../core/base/message.ts';
import { compileTransform } from '../../../core/data/transforms/transforms.ts';
import type { PrintedHistory } from '../../../core/show/history/history-document.ts';
import { type HistoryRow, historyRows } from '../../../core/show/history/history-rows.ts';
import type { Act } from '../../../core/study/session/changes/chronicle.ts';
import { chronicleOf } from '../../../core/study/session/changes/chronicle.ts';
import type { History } from '../../../core/study/session/history.ts';
import { remembered } from '../../store/remembered.ts';
import { selectedResult, shownAnalysis } from '../../store/selectors.ts';
import type { State } from '../../store/state.ts';

const known = new WeakMap<History, readonly Act[]>();

/** The acts of the session, oldest first; reckoned once for each state of it. */
const actsOf = (history: History): readonly Act[] =>
  remembered(known, history, () => chronicleOf(history.audit, { undoable: history.past.length, redoable: history.future.length }));

/** The acts in words; places of gates are values on the scales of the shown sample. */
export function toldHistory(state: State, language: Language, timeZone: string): readonly HistoryRow[] {
  const { history } = state.session;
  const channels = shownAnalysis(state)?.channels ?? [];
  const files = new Map(
    history.audit.flatMap(({ action }) => (action.type === 'sample/add' ? action.samples : [])).map(({ id, file }) => [id, file.name]),
  );
  return historyRows(actsOf(history), {
    language,
    timeZone,
    valueAt(dimension, position) {
      const channel = channels.find(({ id }) => id === dimension);
      return channel && compileTransform(channel.transform).unscale(position);
    },
    fileOf: (sample) => files.get(sample) ?? sample,
  });
}

/** What a printed history says beside its rows. */
export function printedOf(state: State, rows: readonly HistoryRow[], count: number): Omit<PrintedHistory, 'kind' | 'text'> {
  const { history, file } = state.session;
  const { head } = headOf(history.audit);
  const sample = shownAnalysis(state) === undefined ? undefined : selectedResult(state)?.name;
  return { rows, count, sample, name: file?.name ?? history.present.protocol.name, digest: head };
}
