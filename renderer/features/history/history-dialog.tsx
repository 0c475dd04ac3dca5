import './history.css';
import { useMemo, useState } from 'react';
import { declaredCommands } from '../../../core/contract/commands.ts';
import { historyDocument } from '../../../core/show/history/history-document.ts';
import { chosenRows, type HistoryKind, type HistoryRow, historyKinds } from '../../../core/show/history/history-rows.ts';
import { type HistorySay, historySay } from '../../../core/show/history/words.ts';
import { goBy } from '../../context/edit.ts';
import { printDocument } from '../../context/print-document.ts';
import { useApp, useWindow } from '../../context/use-app.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { shownAnalysis } from '../../store/selectors.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { CloseAction } from '../../ui/close-action.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Select } from '../../ui/select.tsx';
import { messages } from './messages.ts';
import { printedOf, toldHistory } from './told.ts';

const timeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The audit trail: who did what and why, with the values before and after; and the way back to any point of it. */
export function HistoryDialog({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const t = useMessages(messages);
  const language = useLanguage();
  const say = historySay(language);
  const [kind, setKind] = useState<HistoryKind | 'all'>('all');
  const [text, setText] = useState('');
  const [most, setMost] = useState(PAGE);
  const history = useWindow(({ session }) => session.history);
  const analysis = useWindow(shownAnalysis);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it is told from
  const told = useMemo(() => [...toldHistory(app.store.getState(), language, timeZone())].reverse(), [app, history, analysis, language]);
  const rows = useMemo(() => chosenRows(told, kind === 'all' ? undefined : kind, text), [told, kind, text]);
  const print = () =>
    printDocument(app, t('auditPdfName'), (printing) =>
      historyDocument({ ...printedOf(app.store.getState(), rows, told.length), kind: kind === 'all' ? undefined : kind, text }, printing),
    );
  const title = declaredCommands['edit.audit'].words[language].replace('…', '');
  return (
    <Dialog label={title} onClose={onClose} testId="audit">
      <h2 className="dialog-title">{title}</h2>
      <p className="quiet small">{t('auditHint')}</p>
      <div className="history-choice">
        <SearchField value={text} onChange={setText} label={t('actsSearch')} testId="audit-search" />
        <Select
          label={t('actsKind')}
          value={kind}
          options={[{ id: 'all' as const, label: t('actsAll') }, ...historyKinds.map((id) => ({ id, label: say(`kind.${id}`) }))]}
          onChange={setKind}
          testId="audit-kind"
        />
        <Button onClick={() => void print()} disabled={rows.length === 0} testId="audit-pdf">
          {t('printPdf')}
        </Button>
        <span className="quiet small" data-testid="audit-count">
          {say('countOf', { shown: rows.length, count: told.length })}
        </span>
      </div>
      {rows.length === 0 ? (
        <p className="quiet">{t('actsNone')}</p>
      ) : (
        <section className="history" aria-label={title}>
          <table>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} className={`history-${column}`}>
                    {say(column)}
                  </th>
                ))}
              </tr>
            </thead>
            {rows.slice(0, most).map((row, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an act is what it is by its place
              <Act key={i} row={row} say={say} />
            ))}
          </table>
          {rows.length > most && (
            <Button onClick={() => setMost(most + PAGE)} testId="audit-more">
              {t('actsOlder', { count: Math.min(PAGE, rows.length - most) })}
            </Button>
          )}
        </section>
      )}
      {told.some(({ steps, kind: of }) => steps === undefined && of !== 'steps') && <p className="quiet small">{t('outOfReach')}</p>}
      <CloseAction onClose={onClose} />
    </Dialog>
  );
}

const columns = ['when', 'who', 'what', 'about', 'before', 'after', 'why'] as const;
/** Acts that are drawn at once. */
const PAGE = 200;

/** An act; what it changed stands below each other beside it. */
function Act({ row, say }: { readonly row: HistoryRow; readonly say: HistorySay }) {
  const { when, who, what, why, changes, state } = row;
  const [first, ...more] = changes;
  const span = Math.max(1, changes.length);
  return (
    <tbody className={classes(state === 'undone' && 'history-undone')} data-testid="audit-act">
      <tr>
        <td rowSpan={span}>{when}</td>
        <td rowSpan={span}>{who}</td>
        <td rowSpan={span}>
          {what}
          {state === 'undone' && <span className="badge"> {say('undone')}</span>}
          <Way row={row} />
        </td>
        <ChangeCells change={first} />
        <td rowSpan={span}>{why}</td>
      </tr>
      {more.map((change, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the changes of an act never change
        <tr key={i}>
          <ChangeCells change={change} />
        </tr>
      ))}
    </tbody>
  );
}

function ChangeCells({ change }: { readonly change: HistoryRow['changes'][number] | undefined }) {
  return (
    <>
      <td>{change?.about}</td>
      <td className="quiet">{change?.before}</td>
      <td>{change?.after}</td>
    </>
  );
}

/** Back or forward to just after an act. */
function Way({ row: { steps, what, when } }: { readonly row: HistoryRow }) {
  const app = useApp();
  const t = useMessages(messages);
  if (steps === undefined) return null;
  if (steps === 0) return <span className="badge"> {t('isNow')}</span>;
  const words = t(steps < 0 ? 'goBack' : 'goForth');
  const hint = t(steps < 0 ? 'goBackHint' : 'goForthHint', { count: Math.abs(steps) });
  return (
    <Button onClick={() => goBy(app, steps)} title={`${what} ${when}: ${hint}`} testId="audit-go">
      {words}
    </Button>
  );
}
