import type { SectionedDocument } from '../document/sectioned.ts';
import type { Column, TableSection } from '../report/model.ts';
import { type Printing, pageFooter } from '../report/page-footer.ts';
import type { HistoryKind, HistoryRow } from './history-rows.ts';
import { type HistorySay, historySay } from './words.ts';

/** What is printed of a history. */
export interface PrintedHistory {
  /** In the order in which they are printed. */
  readonly rows: readonly HistoryRow[];
  /** How many acts there are in all, and what chose those that are printed. */
  readonly count: number;
  readonly kind: HistoryKind | undefined;
  readonly text: string;
  /** The sample on whose scales places of gates are told. */
  readonly sample: string | undefined;
  /** Of the session. */
  readonly name: string;
  /** The digest of the audit's last entry. */
  readonly digest: string;
}

/** The audit trail of a session on paper. */
export function historyDocument({ rows, count, kind, text, sample, name, digest }: PrintedHistory, printing: Printing): SectionedDocument {
  const say = historySay(printing.language);
  const chosen = [
    ...(kind === undefined ? [] : [say('onlyKind', { kind: say(`kind.${kind}`) })]),
    ...(text.trim() === '' ? [] : [say('filteredBy', { text: text.trim() })]),
  ];
  return {
    ...{
      language: printing.language,
      title: say('title'),
      subtitle: name,
      header: say('title'),
      generatedAt: printing.generatedAt,
      digest,
    },
    footer: pageFooter(printing),
    blocks: [
      { kind: 'text', text: [say('countOf', { shown: rows.length, count }), ...chosen].join('; ') },
      { kind: 'note', text: sample === undefined ? say('axisNote') : say('scaleNote', { sample }) },
      ...(rows.some(({ state }) => state === 'undone') ? [{ kind: 'note' as const, text: say('undoneNote') }] : []),
      { kind: 'table', table: actsTable(rows, say) },
    ],
  };
}

function actsTable(rows: readonly HistoryRow[], say: HistorySay): TableSection {
  const column = (title: string, weight: number): Column => ({ title, align: 'left', weight });
  return {
    heading: say('title'),
    columns: [
      column(say('when'), 1.5),
      column(say('who'), 1.2),
      column(say('what'), 1.7),
      column(say('about'), 1.8),
      column(say('before'), 2.4),
      column(say('after'), 2.4),
      column(say('why'), 1.5),
    ],
    rows: rows.flatMap((row) =>
      linesOf(row, say).map((cells) => ({ cells: cells.map((cell) => ({ text: cell, quiet: row.state === 'undone' })) })),
    ),
    note: undefined,
  };
}

/** An act: a line for each thing that it changed, who and when on the first one. */
function linesOf({ when, who, what, changes, why, state }: HistoryRow, say: HistorySay): readonly (readonly string[])[] {
  const done = state === 'undone' ? `${what} (${say('undone')})` : what;
  const [first, ...more] = changes;
  const cellsOf = (change: typeof first) => [change?.about ?? '', change?.before ?? '', change?.after ?? ''];
  return [[when, who, done, ...cellsOf(first), why], ...more.map((change) => ['', '', '', ...cellsOf(change), ''])];
}
