import type { Book, Material } from '../../biology/ledger/book/book.ts';
import { flowsOf } from '../../biology/ledger/flow.ts';
import { type Traced, traceOf } from '../../biology/ledger/trace.ts';
import { formatCount } from '../plot/number-format.ts';
import type { Row, TableSection } from '../report/model.ts';
import { left, right } from './lot-tables.ts';
import type { Translate } from './words.ts';

/** From what a lot began with to its doses, with the cells at every step. */
export function lotTree(book: Book, lot: string, t: Translate): TableSection {
  const own = [...book.materials.values()].filter((material) => material.lot === lot);
  const ids = new Set(own.map(({ id }) => id));
  const roots = own.filter(({ parents }) => !parents.some((parent) => ids.has(parent)));
  return tableOf(
    t('tree'),
    roots.map(({ id }) => traceOf(book, id).forward),
    { book, t },
  );
}

/** Where a material came from, and what became of it. */
export function traceTables(book: Book, id: string, t: Translate): readonly TableSection[] {
  const { back, forward } = traceOf(book, id);
  const facts = { book, t };
  return [tableOf(t('traceBack', { material: id }), [back], facts), tableOf(t('traceForward', { material: id }), [forward], facts)];
}

interface TreeFacts {
  readonly book: Book;
  readonly t: Translate;
}

function tableOf(heading: string, trees: readonly Traced[], { book, t }: TreeFacts): TableSection {
  const flows = flowsOf(book);
  const seen = new Set<string>();
  const rowOf = ({ id, kind }: Material, depth: number): Row => {
    const { began, grown, lost, gone, held } = flows.get(id)!;
    const cells = (count: number | undefined) => ({ text: count === undefined ? '–' : formatCount(count) });
    const some = (count: number) => ({ text: count === 0 ? '' : formatCount(count) });
    return {
      cells: [
        { text: id, depth },
        { text: t(`kind.${kind}`) },
        cells(began),
        some(grown),
        { ...some(lost), ...(lost === 0 ? {} : { light: 'red' as const }) },
        some(gone),
        cells(held),
      ],
    };
  };
  // what was pooled stands under each of its parents, and what became of it once
  const rowsOf = ({ material, next }: Traced, depth: number): readonly Row[] => {
    const isNew = !seen.has(material.id);
    seen.add(material.id);
    return [rowOf(material, depth), ...(isNew ? next.flatMap((one) => rowsOf(one, depth + 1)) : [])];
  };
  return {
    heading,
    columns: [
      left(t('material'), 2.4),
      left(t('kind'), 1.8),
      right(t('began'), 2.4),
      right(t('grown'), 2.4),
      // the mark of a loss stands before its number
      left(t('lostCells'), 2.4),
      right(t('gone'), 2.4),
      right(t('heldCells'), 2.4),
    ],
    rows: trees.flatMap((tree) => rowsOf(tree, 0)),
    note: t('treeNote'),
  };
}
