import { useMemo, useState } from 'react';
import type { Book } from '../../../core/biology/ledger/book/book.ts';
import { traceTables } from '../../../core/show/ledger/tree-table.ts';
import { translator as ledgerWords } from '../../../core/show/ledger/words.ts';
import { useWindow } from '../../context/use-app.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { DocumentView } from '../../ui/document/document-view.tsx';
import { Select } from '../../ui/select.tsx';
import { messages } from './messages.ts';

/** Where one material of a lot came from, and what became of it. */
export function TraceView({ lot, book }: { readonly lot: string; readonly book: Book }) {
  const t = useMessages(messages);
  const language = useLanguage();
  const theme = useWindow(({ view }) => view.theme);
  const [chosen, setChosen] = useState('');
  const tables = useMemo(
    () => (book.materials.has(chosen) ? traceTables(book, chosen, ledgerWords(language)) : []),
    [book, chosen, language],
  );
  const own = [...book.materials.values()].filter((material) => material.lot === lot);
  return (
    <section className="page-section" aria-label={t('ledgerTrace')}>
      <h3>{t('ledgerTrace')}</h3>
      <Select
        label={t('ledgerTrace')}
        value={chosen}
        options={[{ id: '', label: '–' }, ...own.map(({ id }) => ({ id, label: id }))]}
        onChange={setChosen}
        testId="ledger-trace"
      />
      <DocumentView blocks={tables.map((table) => ({ kind: 'table', table }))} theme={theme} testId="ledger-traced" />
    </section>
  );
}
