import { say } from '../../../core/base/message.ts';
import { noteSentences } from '../../../core/exchange/strategy/imported-strategy.ts';
import { nameOutside } from '../../../core/exchange/strategy/population-names.ts';
import { formatCount } from '../../../core/show/plot/number-format.ts';
import { useWindow } from '../../context/use-app.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import type { ImportedGates } from '../../store/imported-gates.ts';
import { isStale } from '../../store/selectors.ts';
import { CloseAction } from '../../ui/close-action.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { messages } from './messages.ts';

/** What came in or went out, what the other format could not say, and our counts beside those that the other program stored. */
export function InterchangeDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages(messages);
  const language = useLanguage();
  const shown = useWindow(({ view }) => view.interchange);
  if (shown === undefined) return null;
  const { name, notes, stored, direction } = shown;
  return (
    <Dialog label={name} onClose={onClose} testId="interchange">
      <h2 className="dialog-title">{t(direction === 'in' ? 'gatesImported' : 'gatesExported', { file: name })}</h2>
      {stored && <Reconciliation gates={shown} stored={stored} />}
      <h3>{t('notRepresentable')}</h3>
      {notes.length === 0 ? (
        <p className="quiet">{t('allTakenOver')}</p>
      ) : (
        <ul className="interchange-notes">
          {notes.map(({ code, about, line }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list of one file never changes
            <li key={i} data-code={code}>
              {say(noteSentences[code], { about: nameOutside(about) }, language)}
              {line !== undefined && <span className="quiet"> ({t('atLine', { line })})</span>}
            </li>
          ))}
        </ul>
      )}
      <CloseAction onClose={onClose} testId="interchange-close" />
    </Dialog>
  );
}

function Reconciliation({ gates, stored }: { readonly gates: ImportedGates; readonly stored: ReadonlyMap<string, number> }) {
  const t = useMessages(messages);
  const result = useWindow(({ results }) => results.samples.get(gates.sample));
  const stale = useWindow((state) => isStale(state, result));
  const exact = new Map((stale ? [] : (result?.analysis?.value.populations ?? [])).map(({ path, count }) => [path, count]));
  const shown = (count: number | undefined) => (count === undefined ? '…' : formatCount(count));
  return (
    <div className="reconciliation" data-testid="reconciliation" data-ready={!stale && gates.grid !== undefined}>
      <table>
        <thead>
          <tr>
            <th>{t('population')}</th>
            <th>{t('countExact')}</th>
            <th>{t('countGrid')}</th>
            <th>{t('countStored')}</th>
            <th>{t('countDifference')}</th>
          </tr>
        </thead>
        <tbody>
          {[...stored].map(([path, count]) => {
            const own = exact.get(path);
            return (
              <tr key={path} data-equal={own === count}>
                <td>{nameOutside(path).replaceAll('/', ' › ')}</td>
                <td>{shown(own)}</td>
                <td>{shown(gates.grid?.get(path))}</td>
                <td>{formatCount(count)}</td>
                <td>{own === undefined ? '…' : formatCount(own - count)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="quiet small">{t('gridHint')}</p>
    </div>
  );
}
