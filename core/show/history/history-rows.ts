import { localTime } from '../../base/local-time.ts';
import type { Language } from '../../base/message.ts';
import type { Action, AuditEntry } from '../../study/session/audit/audit.ts';
import type { Act } from '../../study/session/changes/chronicle.ts';
import { type ChangeText, changeTexts } from './change-text.ts';
import type { ValueAt } from './gate-text.ts';
import { type HistorySay, historySay } from './words.ts';

export const historyKinds = ['gates', 'samples', 'groups', 'reviews', 'plates', 'settings', 'protocol', 'steps'] as const;
export type HistoryKind = (typeof historyKinds)[number];

/** An act as it is read. */
export interface HistoryRow extends Pick<Act, 'state' | 'steps'> {
  /** By the clock of `timeZone`. */
  readonly when: string;
  readonly who: string;
  readonly what: string;
  readonly kind: HistoryKind;
  readonly changes: readonly ChangeText[];
  readonly why: string;
}

export interface HistoryOptions {
  readonly language: Language;
  /** IANA name. */
  readonly timeZone: string;
  readonly valueAt: ValueAt;
  /** The name of a sample's file. */
  readonly fileOf: (sample: string) => string;
}

/** Acts in words, in the order in which they come. */
export function historyRows(acts: readonly Act[], { language, timeZone, valueAt, fileOf }: HistoryOptions): readonly HistoryRow[] {
  const options = { language, valueAt, say: historySay(language) };
  return acts.map(({ entry, changes, state, steps }) => ({
    when: localTime(entry.at, timeZone),
    who: entry.by,
    what: options.say(`act.${entry.action.type}`),
    kind: kindOfAct(entry.action.type),
    changes: [...changes.map((change) => changeTexts(change, options)), ...regroupedTexts(entry, fileOf, options.say)],
    why: reasonOf(entry.action),
    state,
    ...(steps === undefined ? {} : { steps }),
  }));
}

/** Rows of one kind whose words hold a text, capitals or not. */
export function chosenRows(rows: readonly HistoryRow[], kind: HistoryKind | undefined, text: string): readonly HistoryRow[] {
  const wanted = text.normalize('NFKC').toLowerCase().trim();
  const holds = ({ when, who, what, changes, why }: HistoryRow) =>
    [when, who, what, why, ...changes.flatMap((change) => Object.values(change))].some((one) =>
      one.normalize('NFKC').toLowerCase().includes(wanted),
    );
  return rows.filter((row) => (kind === undefined || row.kind === kind) && (wanted === '' || holds(row)));
}

function kindOfAct(type: Action['type']): HistoryKind {
  if (type === 'undo' || type === 'redo' || type === 'seal') return 'steps';
  if (type === 'gate/review') return 'reviews';
  const [of = ''] = type.split('/');
  return kindsByPrefix[of] ?? 'settings';
}

const kindsByPrefix: { readonly [prefix: string]: HistoryKind } = {
  gate: 'gates',
  gates: 'gates',
  sample: 'samples',
  samples: 'samples',
  group: 'groups',
  protocol: 'protocol',
  plate: 'plates',
};

function reasonOf(action: Action): string {
  if (action.type === 'gates/change') return [...new Set(action.edits.map(reasonOf))].filter((reason) => reason !== '').join('; ');
  if ('reason' in action) return action.reason;
  return action.type === 'gate/change' && typeof action.scope === 'object' ? action.scope.reason : '';
}

/** Samples that another group gates since. */
const regroupedTexts = ({ regrouped = [] }: AuditEntry, fileOf: HistoryOptions['fileOf'], say: HistorySay): readonly ChangeText[] =>
  regrouped.map(({ sample, from, to }) => ({
    about: say('regrouped', { sample: fileOf(sample) }),
    before: from ?? say('allSamples'),
    after: to ?? say('allSamples'),
  }));
