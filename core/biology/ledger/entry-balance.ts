import { checkDocumentOf } from '../../base/json-document.ts';
import { Problem } from '../../base/problem.ts';
import type { Book, Material } from './book/book.ts';
import { type LedgerEvent, type NewEvent, newEventSchema } from './event.ts';
import { indexedParts } from './parts.ts';
import { replay, tried, type WritingFacts } from './replay.ts';

/** A material before an entry and after it. */
export interface BalanceLine {
  readonly id: string;
  readonly before: Material | undefined;
  readonly after: Material | undefined;
}

/** What an entry would do to the book; where it would be refused, what the materials that it names hold, and why. */
export interface EntryBalance {
  readonly lines: readonly BalanceLine[];
  readonly problem: Problem | undefined;
}

/** Tries entries on a book without writing them: of all events only those that they can touch are replayed. */
export function entryTrial(events: readonly LedgerEvent[]): (entry: unknown, facts: WritingFacts) => EntryBalance {
  const around = indexedParts(events);
  return (entry, facts) => {
    const known = around(entry as Pick<NewEvent, 'lot' | 'kind' | 'id' | 'body'>);
    const book = replay(known);
    const named = (problem: Problem): EntryBalance => ({ lines: holdings(book, entry), problem });
    try {
      const checked = checkDocumentOf(entry, { code: 'events-invalid', name: ofEntry, schema: newEventSchema });
      const { added, problems } = tried(known, [checked], facts);
      const [problem] = problems.values();
      if (problem !== undefined) return named(problem);
      return { lines: changes(book, replay([...known, ...added])), problem: undefined };
    } catch (error) {
      if (error instanceof Problem) return named(error);
      throw error;
    }
  };
}

/** What the materials that are named hold as it stands. */
function holdings({ materials }: Book, entry: unknown): readonly BalanceLine[] {
  const found = new Map<string, Material>();
  const visit = (value: unknown): void => {
    const material = typeof value === 'string' ? materials.get(value) : undefined;
    if (material !== undefined) found.set(material.id, material);
    else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) visit(one);
  };
  visit((entry as { readonly body?: unknown }).body);
  return [...found.values()].map((material) => ({ id: material.id, before: material, after: undefined }));
}

const changes = ({ materials: before }: Book, { materials: after }: Book): readonly BalanceLine[] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .map((id) => ({ id, before: before.get(id), after: after.get(id) }))
    .filter(({ before: old, after: now }) => old?.events.length !== now?.events.length || old?.state !== now?.state);

const ofEntry = { en: 'an entry of the book', ja: '台帳に記入する内容' };
