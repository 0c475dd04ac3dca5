import { useState } from 'react';
import { Problem } from '../../../core/base/problem.ts';
import type { Book } from '../../../core/biology/ledger/book/book.ts';
import { countedBags, reconcile } from '../../../core/biology/ledger/trace.ts';
import { translator as ledgerWords } from '../../../core/show/ledger/words.ts';
import { useFormDraft } from '../../context/use-form-draft.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { messages } from './messages.ts';

/** Bags that were counted in the freezer against those that the book has there. */
export function FreezerCount({ lot, book }: { readonly lot: string; readonly book: Book }) {
  const t = useMessages(messages);
  const language = useLanguage();
  const words = ledgerWords(language);
  const [draft, setDraft] = useFormDraft(`counted ${lot}`);
  const [isAsked, setAsked] = useState(false);
  const written = draft['found'] ?? '';
  const said = (): readonly string[] => {
    try {
      const { missing, unexpected, onHand } = reconcile(book, lot, countedBags(written));
      return [
        ...(missing.length === 0 ? [] : [words('missing', { bags: missing.join(', ') })]),
        ...(unexpected.length === 0 ? [] : [words('unexpected', { bags: unexpected.join(', ') })]),
        ...(missing.length + unexpected.length === 0 ? [words('reconciled', { count: onHand.length })] : []),
      ];
    } catch (error) {
      if (error instanceof Problem) return [error.in(language)];
      throw error;
    }
  };
  return (
    <section className="page-section" aria-label={t('ledgerCount')}>
      <h3>{t('ledgerCount')}</h3>
      <p className="page-note">{t('ledgerCountHint')}</p>
      <textarea
        className="input counted"
        rows={3}
        value={written}
        aria-label={t('ledgerFound')}
        data-testid="counted"
        onChange={(event) => {
          setAsked(true);
          setDraft({ found: event.target.value });
        }}
      />
      <div role="status" data-testid="counted-result">
        {(isAsked || written !== '') && said().map((line) => <p key={line}>{line}</p>)}
      </div>
    </section>
  );
}
