import { checkDocumentOf } from '../../base/json-document.ts';
import { type Language, type Sentence, say } from '../../base/message.ts';
import { Problem } from '../../base/problem.ts';
import { type Book, type EventFacts, emptyBook, type LedgerFinding, refuse } from './book/book.ts';
import { checkByRules, type LaboratoryRules } from './entry/laboratory-rules.ts';
import type { LedgerEvent, NewEvent } from './event.ts';
import { eventKinds } from './events/kinds.ts';
import { partsOf } from './parts.ts';

/**
 * The book as events make it, one after the other; voided ones do not count. A book that was kept is always readable: what an event breaks of today's
 * rules is a finding of the book, and so is an event that cannot be applied at all, which leaves the book as it was.
 */
export const replay = (events: readonly LedgerEvent[]): Book => replayed(events).book;

interface Replayed {
  readonly book: Book;
  /** What is wrong with an event, by its id; the first of it. */
  readonly problems: ReadonlyMap<string, Problem>;
}

function replayed(events: readonly LedgerEvent[]): Replayed {
  const voided = voidedBy(events);
  const problems = new Map<string, Problem>();
  const findings: LedgerFinding[] = [];
  let book = emptyBook;
  for (const event of events) {
    if (event.kind === 'correct' || voided.has(event.id)) continue;
    const { now, broken } = applyEvent(book, event);
    book = now;
    const [first] = broken;
    if (first === undefined) continue;
    problems.set(event.id, placed(first, event.id));
    for (const { code, sentence, values } of broken)
      findings.push({
        ...{ seq: event.seq, event: event.id, lot: event.lot, code },
        message: { en: say(sentence, values, 'en'), ja: say(sentence, values, 'ja') },
      });
  }
  return { book: findings.length === 0 ? book : { ...book, findings }, problems };
}

/** Events that were voided, by their id. */
export const voidedBy = (events: readonly LedgerEvent[]): ReadonlySet<string> =>
  new Set(events.flatMap(({ kind, body }) => (kind === 'correct' ? [(body as { readonly event: string }).event] : [])));

/** One event, and every rule that it breaks. */
function applyEvent(book: Book, { kind, body, seq, on, lot }: LedgerEvent): { readonly now: Book; readonly broken: readonly Problem[] } {
  if (kind === 'correct') return { now: book, broken: [] };
  const broken: Problem[] = [];
  const facts: EventFacts = { seq, on, lot, broken };
  try {
    // a kind that a later version writes is told of, and nothing more
    const { schema, apply, words } = Object.hasOwn(eventKinds, kind) ? eventKinds[kind] : refuse('event-kind', noKind, { kind }, 'kind');
    const checked = checkDocumentOf(body, { code: 'event-invalid', name: words, schema });
    return { now: (apply as (book: Book, body: unknown, facts: EventFacts) => Book)(book, checked, facts), broken };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { now: book, broken: [error, ...broken] };
  }
}

/** The problem with the event named before the field. */
function placed({ code, sentence, values, place }: Problem, id: string): Problem {
  const { path = '' } = place;
  return new Problem(code, sentence, values, { ...place, path: path === '' ? id : `${id}: ${path}` });
}

/** When and by what clock events are written. */
export interface WritingFacts {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The day that it is where the laboratory stands: no event lies after it. */
  readonly today: string;
  /** What the laboratory asks of new entries. */
  readonly rules?: LaboratoryRules;
}

/**
 * The events that new ones add to a book, all of them or none. One that is there already and equal is no new one.
 * @throws Problem `event-twice` where one of the same id is another, `event-future`, `event-voided`, `event-unknown`, `event-stood-on`, or whatever an event itself is refused for
 */
export function appended(known: readonly LedgerEvent[], given: readonly NewEvent[], facts: WritingFacts): readonly LedgerEvent[] {
  const { added, problems } = tried(known, given, facts);
  const [first] = problems.values();
  if (first !== undefined) throw first;
  return added;
}

/** The same with everything that is wrong, by the id of the event: the first of each. */
export function tried(
  known: readonly LedgerEvent[],
  given: readonly NewEvent[],
  { at, today, rules = {} }: WritingFacts,
): { readonly added: readonly LedgerEvent[]; readonly problems: ReadonlyMap<string, Problem> } {
  const all = [...known];
  const byId = new Map<string, LedgerEvent>(known.map((event) => [event.id, event]));
  const added: LedgerEvent[] = [];
  const problems = new Map<string, Problem>();
  for (const event of given) {
    const same = byId.get(event.id);
    if (same !== undefined && isSame(same, event)) continue;
    try {
      if (same !== undefined) throw new Problem('event-twice', twice, { event: event.id }, { path: event.id });
      if (event.on > today) throw new Problem('event-future', future, { event: event.id, on: event.on }, { path: `${event.id}: on` });
      checkByRules(event, rules);
      if (event.kind === 'correct') checkCorrection(all, event.body.event, event.id);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      problems.set(event.id, error);
      continue;
    }
    const kept: LedgerEvent = { ...event, seq: (all.at(-1)?.seq ?? 0) + 1, at };
    all.push(kept);
    added.push(kept);
    byId.set(kept.id, kept);
  }
  const isNew = new Set(added);
  for (const part of partsOf(all)) {
    if (!part.some((event) => isNew.has(event))) continue;
    // what was wrong before stays readable, and nothing becomes wrong
    const before = replayed(part.filter((event) => !isNew.has(event))).problems;
    for (const [id, problem] of replayed(part).problems) if (before.get(id)?.code !== problem.code) problems.set(id, problem);
  }
  return { added, problems };
}

const isSame = (kept: LedgerEvent, given: NewEvent): boolean =>
  kept.kind === given.kind && kept.lot === given.lot && kept.on === given.on && JSON.stringify(kept.body) === JSON.stringify(given.body);

/** What was voided may have been stood on: whatever touches the same materials later is named. */
function checkCorrection(events: readonly LedgerEvent[], target: string, by: string): void {
  const found = events.find(({ id }) => id === target);
  const path = `${by}: event`;
  if (found === undefined || found.kind === 'correct') throw new Problem('event-unknown', unknown, { event: target }, { path });
  const voided = voidedBy(events);
  if (voided.has(target)) throw new Problem('event-voided', already, named([found], 'event'), { path });
  const { materials } = replay(partsOf(events).find((part) => part.includes(found)) ?? []);
  const touched = [...materials.values()].filter((material) => material.events.includes(found.seq));
  const later = new Set(touched.flatMap((material) => material.events.filter((seq) => seq > found.seq)));
  const standing = events.filter(({ seq }) => later.has(seq));
  if (standing.length > 0)
    throw new Problem(
      'event-stood-on',
      stoodOn,
      { ...named([found], 'event'), ...named(standing, 'later'), laterIds: standing.map(({ id }) => id).join(', ') },
      { path },
    );
}

/** Entries as a person finds them: number, kind and lot, in every language. */
function named(events: readonly LedgerEvent[], as: 'event' | 'later') {
  const all = (language: Language) =>
    events.map(({ seq, kind, lot }) => say(entry, { seq, lot, kind: say(wordsOf(kind), {}, language) }, language)).join(', ');
  return { [as]: all('en'), [`${as}Ja`]: all('ja') };
}

const wordsOf = (kind: LedgerEvent['kind']): Sentence =>
  kind === 'correct' || !Object.hasOwn(eventKinds, kind) ? { en: kind, ja: kind } : eventKinds[kind].words;

const entry = { en: 'no. {seq} ({kind}, lot {lot})', ja: '{seq}番({kind}、ロット{lot})' };
const twice = { en: 'There is another event "{event}" already.', ja: '同じIDで内容の異なる記録「{event}」がすでにあります。' };
const future = { en: 'The event "{event}" lies in the future ({on}).', ja: '記録「{event}」の日付({on})が未来です。' };
const unknown = { en: 'There is no event "{event}" that could be voided.', ja: '取り消せる記録「{event}」がありません。' };
const already = { en: 'The entry {event} was voided already.', ja: '{eventJa}はすでに取り消されています。' };
const stoodOn = {
  en: 'The entry {event} cannot be voided: later ones stand on it: {later}.',
  ja: '{eventJa}は取り消せません。後続の記録がこれに基づいています:{laterJa}。',
};
const noKind = { en: 'This version knows no entry of the kind "{kind}".', ja: '記録の種類「{kind}」は、この版では扱えません。' };
