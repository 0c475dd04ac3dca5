import type * as z from 'zod';
import type { Sentence } from '../../../base/message.ts';
import type { Book, EventFacts } from '../book/book.ts';

/** One kind of event: what it says, what it does to the book, and what it is called. */
export interface EventKind<Schema extends z.ZodType = z.ZodType> {
  readonly words: Sentence;
  /** Of its body. */
  readonly schema: Schema;
  /** The book after it. Throws a Problem with the field where it cannot be. */
  readonly apply: (book: Book, body: z.infer<Schema>, facts: EventFacts) => Book;
}

export const eventKind = <Schema extends z.ZodType>(kind: EventKind<Schema>): EventKind<Schema> => kind;
