import * as z from 'zod';
import { cellsSchema } from '../book/amount.ts';
import { takeCells, withOutflow } from '../book/book.ts';
import { eventKind } from './kind.ts';
import { idSchema } from './shared.ts';

/** Cells are taken for a measurement; the runs that they were measured in hang on it. */
export const sample = eventKind({
  words: { en: 'sampling', ja: '検体採取' },
  schema: z.strictObject({ material: idSchema, cells: cellsSchema, runs: z.array(z.string().max(200)).max(100).optional() }),
  apply: (book, { material, cells }, facts) => withOutflow(takeCells(book, material, cells, facts), material, 'sampled', cells, facts),
});
