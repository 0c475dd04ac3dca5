import * as z from 'zod';
import { type Book, type EventFacts, materialOf, type Outflow, stepTo, withMaterial, withOutflow } from '../book/book.ts';
import { type EventKind, eventKind } from './kind.ts';
import { idSchema, textSchema } from './shared.ts';

const schema = z.strictObject({ material: idSchema, reason: textSchema });

/** All that is left of a material leaves the book. */
function emptied(book: Book, id: string, step: 'discard' | 'retain', what: Outflow['what'], facts: EventFacts): Book {
  const held = materialOf(book, id, facts).cells ?? 0;
  const stepped = stepTo(book, id, step, facts);
  const empty = withMaterial(
    stepped,
    { ...stepped.materials.get(id)!, cells: stepped.materials.get(id)!.cells === undefined ? undefined : 0 },
    facts,
  );
  return withOutflow(empty, id, what, held, facts);
}

export const discard: EventKind<typeof schema> = eventKind({
  words: { en: 'disposal', ja: '廃棄' },
  schema,
  apply: (book, { material }, facts) => emptied(book, material, 'discard', 'discarded', facts),
});

export const retain: EventKind<typeof schema> = eventKind({
  words: { en: 'retained sample', ja: '保存検体' },
  schema,
  apply: (book, { material }, facts) => emptied(book, material, 'retain', 'retained', facts),
});
