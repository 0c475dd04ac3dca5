import { checkDocumentOf } from '../../base/json-document.ts';
import { Problem } from '../../base/problem.ts';
import { type Book, type EventFacts, emptyBook } from './book/book.ts';
import type { LedgerEvent, NewEvent } from './event.ts';
import { eventKinds } from './events/kinds.ts';
import { partsOf } from './parts.ts';

/** The book as events make it, one after the other. Voided ones do not count. Throws where an event cannot be: a book that was kept is one that can. */
export function replay(events: readonly LedgerEvent[]): Book {
  const voided = voidedBy(events);
  return events.reduce((book, event) => (event.kind === 'correct' || voided.has(event.id) ? book : applyEvent(book, event)), emptyBook);
}

/** Events that were voided, by their id. */
export const voidedBy = (events: readonly LedgerEvent[]): ReadonlySet<string> =>
  new Set(events.flatMap(({ kind, body }) => (kind === 'correct' ? [(body as { readonly event: string }).event] : [])));

/** One event. Throws a Problem whose place names the event and the field. */
function applyEvent(book: Book, { id, kind, body, seq, on, lot }: LedgerEvent): Book {
  if (kind === 'correct') return book;
  const { schema, apply, words } = eventKinds[kind];
  const facts: EventFacts = { seq, on, lot };
  try {
    const checked = checkDocumentOf(body, { code: 'event-invalid', name: words, schema });
    return (apply as (book: Book, body: unknown, facts: EventFacts) => Book)(book, checked, facts);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { path = '' } = error.place;
    throw new Problem(error.code, error.sentence, error.values, { ...error.place, path: path === '' ? id : `${id}: ${path}` });
  }
}

/** When and by what clock events are written. */
export interface WritingFacts {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The day that it is where the laboratory stands: no event lies after it. */
  readonly today: string;
}

/**
 * The events that new ones add to a book, all of them or none. One that is there already and equal is no new one.
 * @throws Problem `event-twice` where one of the same id is another, `event-future`, `event-voided`, `event-unknown`, `event-stood-on`, or whatever an event itself is refused for
 */
export function appended(known: readonly LedgerEvent[], given: readonly NewEvent[], { at, today }: WritingFacts): readonly LedgerEvent[] {
  const all = [...known];
  const added: LedgerEvent[] = [];
  for (const event of given) {
    const same = all.find(({ id }) => id === event.id);
    if (same !== undefined) {
      if (isSame(same, event)) continue;
      throw new Problem('event-twice', twice, { event: event.id }, { path: event.id });
    }
    if (event.on > today) throw new Problem('event-future', future, { event: event.id, on: event.on }, { path: `${event.id}: on` });
    if (event.kind === 'correct') checkCorrection(all, event.body.event, event.id);
    const kept: LedgerEvent = { ...event, seq: (all.at(-1)?.seq ?? 0) + 1, at };
    all.push(kept);
    added.push(kept);
  }
  const isNew = new Set(added);
  for (const part of partsOf(all)) if (part.some((event) => isNew.has(event))) replay(part);
  return added;
}

const isSame = (kept: LedgerEvent, given: NewEvent): boolean =>
  kept.kind === given.kind && kept.lot === given.lot && kept.on === given.on && JSON.stringify(kept.body) === JSON.stringify(given.body);

/** What was voided may have been stood on: whatever touches the same materials later is named. */
function checkCorrection(events: readonly LedgerEvent[], target: string, by: string): void {
  const found = events.find(({ id }) => id === target);
  const path = `${by}: event`;
  if (found === undefined || found.kind === 'correct') throw new Problem('event-unknown', unknown, { event: target }, { path });
  const voided = voidedBy(events);
  if (voided.has(target)) throw new Problem('event-voided', already, { event: target }, { path });
  const { materials } = replay(partsOf(events).find((part) => part.includes(found)) ?? []);
  const touched = [...materials.values()].filter((material) => material.events.includes(found.seq));
  const later = new Set(touched.flatMap((material) => material.events.filter((seq) => seq > found.seq)));
  const standing = events.filter(({ seq }) => later.has(seq)).map(({ id, kind }) => `${id} (${kind})`);
  if (standing.length > 0) throw new Problem('event-stood-on', stoodOn, { event: target, later: standing.join(', ') }, { path });
}

const twice = { en: 'There is another event "{event}" already.', ja: '同じIDで内容の異なる記録「{event}」がすでにあります。' };
const future = { en: 'The event "{event}" lies in the future ({on}).', ja: '記録「{event}」の日付({on})が未来です。' };
const unknown = { en: 'There is no event "{event}" that could be voided.', ja: '取り消せる記録「{event}」がありません。' };
const already = { en: 'The event "{event}" was voided already.', ja: '記録「{event}」はすでに取り消されています。' };
const stoodOn = {
  en: 'The event "{event}" cannot be voided: later ones stand on it: {later}.',
  ja: '記録「{event}」は取り消せません。後続の記録がこれに基づいています:{later}。',
};
