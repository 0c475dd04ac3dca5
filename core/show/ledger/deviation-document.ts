import type { Book } from '../../biology/ledger/book/book.ts';
import type { LedgerEvent } from '../../biology/ledger/event.ts';
import type { SectionedDocument } from '../document/sectioned.ts';
import { type Printing, pageFooter } from '../report/page-footer.ts';
import { left, row } from './lot-tables.ts';
import { translator } from './words.ts';

/** The deviations of a lot, from the day that each was opened to the day that it was closed. */
export function deviationDocument(
  lot: string,
  { book, events }: { readonly book: Book; readonly events: readonly LedgerEvent[] },
  options: Printing,
): SectionedDocument {
  const { language, generatedAt } = options;
  const t = translator(language);
  const entryOf = (seq: number | undefined) => events.find((event) => event.seq === seq);
  const textOf = (event: LedgerEvent | undefined) => String((event?.body as { readonly text?: string } | undefined)?.text ?? '–');
  const own = book.deviations.filter((one) => one.lot === lot);
  const rows = own.map(({ id, text, opened, closed }) => {
    const [first, last] = [entryOf(opened), entryOf(closed)];
    const whole = [id, first?.on ?? '–', first?.by ?? '–', text];
    return row([...whole, ...(last === undefined ? [t('open'), '–', '–'] : [last.on, last.by, textOf(last)])]);
  });
  const columns = [
    left(t('event'), 1.5),
    left(t('opened'), 1.9),
    left(t('by'), 1.3),
    left(t('what'), 3.5),
    left(t('closed'), 1.9),
    left(t('closedBy'), 1.3),
    left(t('closing'), 3.5),
  ];
  return {
    ...{
      language,
      generatedAt,
      title: t('deviationsOf', { lot }),
      subtitle: t('deviationCount', countsOf(own)),
      header: t('deviationHeader'),
    },
    digest: own
      .map(({ id }) => id)
      .join(' ')
      .slice(0, 2000),
    footer: pageFooter(options),
    blocks: [
      { kind: 'table', table: { heading: t('deviations'), columns, rows, note: own.length === 0 ? t('noDeviation') : undefined } },
      { kind: 'note', text: t('unsigned') },
    ],
  };
}

const countsOf = (own: Book['deviations']) => ({
  open: own.filter(({ closed }) => closed === undefined).length,
  closed: own.filter(({ closed }) => closed !== undefined).length,
});
