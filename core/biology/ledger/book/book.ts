import type { CalendarDay } from '../../../base/calendar-day.ts';
import type { Language, Sentence, Values } from '../../../base/message.ts';
import { Problem } from '../../../base/problem.ts';
import type { Dose, PlannedDose } from './dose.ts';
import { isOver, type MaterialState, type Step, stateWords, steps } from './states.ts';

type MaterialKind = 'collection' | 'culture' | 'bag' | 'thawed' | 'recultured' | 'dose';

/** Cells as one thing: a collection, a culture, a bag, a dose. Amounts are viable cells, whole. */
export interface Material {
  readonly id: string;
  readonly kind: MaterialKind;
  readonly lot: string;
  readonly donor: string;
  readonly state: MaterialState;
  /** Of a material on hold: where it comes back to. */
  readonly before?: MaterialState;
  /** By the book; undefined until it was counted. */
  readonly cells: number | undefined;
  /** Relative error of the last count. */
  readonly cv: number;
  readonly isFrozen: boolean;
  readonly location?: string;
  /** The last day, or the last moment (YYYY-MM-DDTHH:MM, local), that it may be used. */
  readonly expires?: string;
  readonly parents: readonly string[];
  readonly since: CalendarDay;
  /** Numbers of the events that it is in. */
  readonly events: readonly number[];
}

/** A count that contradicts the book by more than its uncertainty. */
interface Discrepancy {
  readonly material: string;
  readonly seq: number;
  readonly counted: number;
  readonly book: number;
}

export type TestVerdict = 'pass' | 'fail' | 'pending' | 'not-done';

export interface TestResult {
  readonly lot: string;
  readonly test: string;
  readonly verdict: TestVerdict;
  /** The limit lies within the interval of the value: another measurement may fall on its other side. */
  readonly near?: boolean;
  readonly value?: string;
  /** The material that was tested; of the whole lot where absent. */
  readonly material?: string;
  readonly seq: number;
}

/** A kept event that today's rules would refuse, or that could not be applied at all: the book stays readable and says so. */
export interface LedgerFinding {
  readonly seq: number;
  readonly event: string;
  readonly lot: string;
  readonly code: string;
  readonly message: Sentence;
}

interface Deviation {
  readonly id: string;
  readonly lot: string;
  readonly text: string;
  readonly opened: number;
  readonly closed?: number;
}

/** How a test binds: before any release, before the full one, or afterwards. */
export const testNeeds = ['release', 'conditional-release', 'follow-up'] as const;

export interface SpecifiedTest {
  readonly test: string;
  readonly method?: string | undefined;
  readonly unit?: string | undefined;
  readonly atLeast?: number | undefined;
  readonly atMost?: number | undefined;
  /** What it has to say, of a test without numbers. */
  readonly expected?: string | undefined;
  readonly needed: (typeof testNeeds)[number];
}

/** The tests of a lot, as a version of a document sets them. */
interface LotSpecification {
  readonly lot: string;
  readonly seq: number;
  readonly document: string;
  readonly version: string;
  readonly approved: { readonly by: string; readonly on: CalendarDay };
  readonly tests: readonly SpecifiedTest[];
  /** For so many hours what was thawed may be used. */
  readonly hoursAfterThaw?: number | undefined;
}

/** A decision, with every test as it stood. */
export interface Release {
  readonly seq: number;
  readonly lot: string;
  readonly materials: readonly string[];
  readonly tests: readonly StandingTest[];
  readonly followUp?: { readonly by: string; readonly until: CalendarDay };
}

/** A test against its limit, as it stands. */
export interface StandingTest extends Omit<TestResult, 'seq'> {
  readonly seq?: number;
  /** Absent where no specification names the test. */
  readonly specified?: SpecifiedTest;
}

/** Cells that left the book, by what became of them. */
export interface Outflow {
  readonly material: string;
  readonly seq: number;
  readonly what: 'sampled' | 'lost' | 'discarded' | 'retained' | 'infused';
  readonly cells: number;
}

/** Cells that came into the book: collected, grown between two counts, or counted above the book. */
interface Inflow {
  readonly material: string;
  readonly seq: number;
  readonly cells: number;
}

/** Everything that the events say, as it stands after the last of them. */
export interface Book {
  readonly materials: ReadonlyMap<string, Material>;
  readonly inflows: readonly Inflow[];
  readonly outflows: readonly Outflow[];
  readonly discrepancies: readonly Discrepancy[];
  readonly tests: readonly TestResult[];
  readonly specifications: readonly LotSpecification[];
  readonly releases: readonly Release[];
  readonly plans: readonly PlannedDose[];
  readonly deviations: readonly Deviation[];
  readonly doses: readonly Dose[];
  /** Every thaw, with the viable cells before it and after. */
  readonly thaws: readonly { readonly bag: string; readonly on: CalendarDay; readonly frozen: number; readonly thawed: number }[];
  /** Every re-culture, with the thawed cells that it began with. */
  readonly recultures: readonly { readonly material: string; readonly on: CalendarDay; readonly from: string; readonly cells: number }[];
  /** What late failures meant, in the order they came. */
  readonly alerts: readonly {
    readonly seq: number;
    readonly lot: string;
    readonly test: string;
    readonly held: readonly string[];
    readonly given: readonly string[];
  }[];
  readonly findings: readonly LedgerFinding[];
}

export const emptyBook: Book = {
  materials: new Map(),
  inflows: [],
  outflows: [],
  discrepancies: [],
  tests: [],
  specifications: [],
  releases: [],
  plans: [],
  deviations: [],
  doses: [],
  thaws: [],
  recultures: [],
  alerts: [],
  findings: [],
};

/** What every event knows of itself. */
export interface EventFacts {
  readonly seq: number;
  readonly on: CalendarDay;
  readonly lot: string;
  /** Rules that the event breaks, as they are found: a new event is refused for them, a kept one stands and is told of. */
  readonly broken: Problem[];
}

/** A state as people call it, for sentences that name one. */
function statesIn({ state, from }: Values): Values {
  const words = (text: unknown, language: Language) =>
    String(text)
      .split(', ')
      .map((name) => (Object.hasOwn(stateWords, name) ? stateWords[name as MaterialState][language] : name))
      .join(', ');
  return {
    ...(state === undefined ? {} : { state: words(state, 'en'), stateJa: words(state, 'ja') }),
    ...(from === undefined ? {} : { from: words(from, 'en'), fromJa: words(from, 'ja') }),
  };
}

export function refuse(code: string, sentence: Sentence, values: Values, path: string): never {
  throw new Problem(code, sentence, { ...values, ...statesIn(values) }, { path });
}

/** A rule is broken: no new event may, and a kept one is told of. */
export function forbid(facts: EventFacts, code: string, sentence: Sentence, values: Values, path: string): void {
  facts.broken.push(new Problem(code, sentence, { ...values, ...statesIn(values) }, { path }));
}

/** Throws `material-unknown`; forbids `material-later` where it began after the event. */
export function materialOf(book: Book, id: string, facts: EventFacts, path = 'material'): Material {
  const found = book.materials.get(id) ?? refuse('material-unknown', unknown, { material: id }, path);
  const { on } = facts;
  if (found.since > on) forbid(facts, 'material-later', later, { material: id, since: found.since, on }, path);
  return found;
}

/** The book with a material changed, and the event noted in it. */
export function withMaterial(book: Book, material: Material, { seq }: EventFacts): Book {
  const events = material.events.includes(seq) ? material.events : [...material.events, seq];
  return { ...book, materials: new Map(book.materials).set(material.id, { ...material, events }) };
}

/** The book with a new material. Throws `material-twice`. */
export function withNew(
  book: Book,
  given: Pick<Material, 'id' | 'kind' | 'donor' | 'cells' | 'parents'> & Partial<Material>,
  facts: EventFacts,
  path = 'material',
): Book {
  if (book.materials.has(given.id)) refuse('material-twice', twice, { material: given.id }, path);
  const fresh = { lot: facts.lot, state: 'in-process' as const, cv: 0, isFrozen: false, since: facts.on, events: [] };
  return withMaterial(book, { ...fresh, ...given }, facts);
}

/** Forbids `material-frozen`: a thaw asks for the donor and counts, and nothing goes round it. */
export function forbidFrozen(book: Book, id: string, facts: EventFacts, path = 'from'): void {
  if (materialOf(book, id, facts, path).isFrozen) forbid(facts, 'material-frozen', frozen, { material: id }, path);
}

/** Takes cells out of a material; the last one leaves it used up. Throws `cells-uncounted` and `overdraft`. */
export function takeCells(book: Book, id: string, cells: number, facts: EventFacts, path = 'cells'): Book {
  const material = materialOf(book, id, facts, path);
  if (isOver(material.state) || material.state === 'rejected')
    forbid(facts, 'material-over', over, { material: id, state: material.state }, path);
  if (material.state === 'on-hold') forbid(facts, 'material-on-hold', onHold, { material: id }, path);
  const held = material.cells ?? refuse('cells-uncounted', uncounted, { material: id }, path);
  if (cells > held) refuse('overdraft', overdraft, { material: id, cells, held, over: cells - held }, path);
  const left = held - cells;
  return withMaterial(book, { ...material, cells: left, ...(left === 0 ? { state: 'used-up' as const } : {}) }, facts);
}

export const withOutflow = (book: Book, material: string, what: Outflow['what'], cells: number, { seq }: EventFacts): Book =>
  cells === 0 ? book : { ...book, outflows: [...book.outflows, { material, seq, what, cells }] };

export const withInflow = (book: Book, material: string, cells: number, { seq }: EventFacts): Book =>
  cells === 0 ? book : { ...book, inflows: [...book.inflows, { material, seq, cells }] };

/** Does a step of the table. Forbids `step-refused` with the state and those that it may start from. */
export function stepTo(book: Book, id: string, step: Step, facts: EventFacts, path = 'material'): Book {
  const material = materialOf(book, id, facts, path);
  const { from, to } = steps[step];
  if (!(from as readonly string[]).includes(material.state))
    forbid(facts, 'step-refused', refused, { material: id, step, state: material.state, from: from.join(', ') }, path);
  return withMaterial(book, { ...material, state: to, ...(step === 'hold' ? { before: material.state } : {}) }, facts);
}

/** All that stands before cells leave the book: what is in materials, and what left, is what came in. */
export function balanceOf({ materials, inflows, outflows }: Book): { readonly in: number; readonly out: number; readonly held: number } {
  const sum = (values: readonly { readonly cells: number }[]) => values.reduce((total, { cells }) => total + cells, 0);
  return { in: sum(inflows), out: sum(outflows), held: [...materials.values()].reduce((total, { cells = 0 }) => total + cells, 0) };
}

export const frozen = { en: '{material} is frozen: thaw it first.', ja: '{material}は凍結中です。先に融解してください。' };
const unknown = { en: 'There is no material "{material}".', ja: '「{material}」は台帳にありません。' };
const later = { en: '{material} began on {since}, after {on}.', ja: '{material}の開始日({since})は{on}より後です。' };
const twice = { en: 'There is a material "{material}" already.', ja: '「{material}」はすでに台帳にあります。' };
const over = { en: 'Nothing can be taken from {material}: it is {state}.', ja: '{material}からは取り出せません(状態:{stateJa})。' };
const onHold = { en: '{material} is on hold.', ja: '{material}は保留中です。' };
const uncounted = { en: '{material} was not counted yet.', ja: '{material}はまだ計数されていません。' };
const overdraft = {
  en: '{material} holds {held} cells; {cells} are {over} too many.',
  ja: '{material}の細胞数は{held}個です。{cells}個は{over}個超過しています。',
};
const refused = {
  en: '"{step}" is not possible for {material}: it is {state}, and must be one of {from}.',
  ja: '{material}に「{step}」はできません(状態:{stateJa}。必要な状態:{fromJa})。',
};
