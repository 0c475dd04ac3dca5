import type { Book, SpecifiedTest, StandingTest } from '../../biology/ledger/book/book.ts';
import { specificationOf, standingTests } from '../../biology/ledger/book/standing-tests.ts';
import type { Block } from '../document/sectioned.ts';
import type { TableSection } from '../report/model.ts';
import { left, right, row } from './lot-tables.ts';
import type { Translate } from './words.ts';

/** Every test against its limit as it stands, by which document, and who released what on it. */
export function releaseBlocks(book: Book, lots: readonly string[], materials: readonly string[], t: Translate): readonly Block[] {
  const set = lots.flatMap((lot) => specificationOf(book, lot) ?? []);
  const documents = set.map(({ document, version, approved, hoursAfterThaw: hours }) =>
    [t('specifiedBy', { document, version, ...approved }), ...(hours === undefined ? [] : [t('hoursAfterThaw', { hours })])].join(' '),
  );
  return [
    {
      kind: 'table',
      table: testTable(standingTests(book, lots, materials), documents.length === 0 ? t('noSpecification') : documents.join(' '), t),
    },
    {
      kind: 'table',
      table: {
        heading: t('releases'),
        columns: [right('#', 0.6), left(t('materials'), 4), left(t('verdict'), 2), left(t('openTests'), 3), left(t('followUp'), 3)],
        rows: book.releases
          .filter((one) => lots.includes(one.lot) && one.materials.some((id) => materials.includes(id)))
          .map(({ seq, materials: ids, tests, followUp }) =>
            row([
              String(seq),
              ids.join(', '),
              t(followUp === undefined ? 'state.released' : 'state.conditionally-released'),
              tests.flatMap(({ test, verdict }) => (verdict === 'pass' ? [] : [`${test} (${t(`verdict.${verdict}`)})`])).join(', ') || '–',
              followUp === undefined ? '–' : t('followUpBy', followUp),
            ]),
          ),
        note: undefined,
      },
    },
  ];
}

const testTable = (tests: readonly StandingTest[], note: string, t: Translate): TableSection => ({
  heading: t('tests'),
  columns: [
    left(t('test'), 2.2),
    left(t('method'), 1.8),
    left(t('needed'), 1.8),
    left(t('limit'), 1.6),
    left(t('value'), 2),
    left(t('verdict'), 2),
  ],
  rows: tests.map(({ test, value, verdict, near, material, specified }) =>
    row([
      material === undefined ? test : `${test} (${material})`,
      specified?.method ?? '–',
      specified === undefined ? t('needed.none') : t(`needed.${specified.needed}`),
      specified === undefined ? '–' : limitText(specified),
      value === undefined ? '–' : `${value}${specified?.unit === undefined ? '' : ` ${specified.unit}`}`,
      near === true ? t('near', { verdict: t(`verdict.${verdict}`) }) : t(`verdict.${verdict}`),
    ]),
  ),
  note,
});

function limitText({ atLeast, atMost, expected, unit }: SpecifiedTest): string {
  const of = unit === undefined ? '' : ` ${unit}`;
  if (expected !== undefined) return expected;
  if (atLeast !== undefined && atMost !== undefined) return `${atLeast}–${atMost}${of}`;
  return atLeast === undefined ? `≤ ${atMost}${of}` : `≥ ${atLeast}${of}`;
}
