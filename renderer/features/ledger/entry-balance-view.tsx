import { useDeferredValue, useMemo } from 'react';
import type { LaboratoryRules } from '../../../core/biology/ledger/entry/laboratory-rules.ts';
import { entryTrial } from '../../../core/biology/ledger/entry-balance.ts';
import type { LedgerEvent } from '../../../core/biology/ledger/event.ts';
import { balanceTable } from '../../../core/show/ledger/balance-table.ts';
import { translator as ledgerWords } from '../../../core/show/ledger/words.ts';
import { useWindow } from '../../context/use-app.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { DocumentView } from '../../ui/document/document-view.tsx';
import { messages } from './messages.ts';
import { today } from './today.ts';

export interface EntryBalanceViewProps {
  readonly entry: { readonly [field: string]: unknown };
  /** Every field that is needed says something. */
  readonly isWhole: boolean;
  readonly events: readonly LedgerEvent[];
  readonly rules: LaboratoryRules;
}

/** What an entry takes and leaves, or why it would be refused, before it is written. */
export function EntryBalanceView({ entry, isWhole, events, rules }: EntryBalanceViewProps) {
  const t = useMessages(messages);
  const language = useLanguage();
  const theme = useWindow(({ view }) => view.theme);
  const trial = useMemo(() => entryTrial(events), [events]);
  const typed = useDeferredValue(JSON.stringify(entry));
  const { lines, problem } = useMemo(
    () => trial({ id: 'as typed', ...(JSON.parse(typed) as object) }, { at: new Date().toISOString(), today: today(), rules }),
    [trial, typed, rules],
  );
  const said = !isWhole
    ? t('ledgerUntyped')
    : problem !== undefined
      ? t('ledgerRefused', { why: problem.in(language) })
      : lines.length === 0
        ? t('ledgerNoChange')
        : undefined;
  const isPossible = isWhole && problem === undefined;
  return (
    <div className="entry-balance" data-testid="entry-balance" role="status">
      {lines.length > 0 && (
        <DocumentView blocks={[{ kind: 'table', table: balanceTable(lines, isPossible, ledgerWords(language)) }]} theme={theme} />
      )}
      {said !== undefined && <p className={isWhole && problem !== undefined ? 'entry-refused' : 'page-note'}>{said}</p>}
    </div>
  );
}
