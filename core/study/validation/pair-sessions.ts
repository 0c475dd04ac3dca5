import { canonicalJson } from '../../base/chain/canonical-json.ts';
import { Problem } from '../../base/problem.ts';
import { mapGates } from '../../gating/strategy/edit-tree.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { fileKey, type Sample, type SessionDocument } from '../session/document/session-document.ts';

/** A session that holds the gates of one person. */
export interface PersonsSession {
  /** As it is called in sentences. */
  readonly name: string;
  readonly document: SessionDocument;
}

export interface PairedSample {
  readonly name: string;
  readonly dataset: number;
  readonly sha256: string;
  /** In the order of the sessions. */
  readonly samples: readonly [Sample, Sample];
}

export interface PairedSessions {
  readonly persons: readonly [string, string];
  readonly samples: readonly PairedSample[];
}

/** Who placed gates in a session, in single samples and for groups. */
const personsOf = ({ overrides, groups }: SessionDocument): readonly string[] => [
  ...new Set([...overrides.map(({ by }) => by), ...groups.flatMap(({ own }) => own?.gates?.map(({ by }) => by) ?? [])]),
];

/**
 * Two sessions in which two persons gated the same files by the same protocol, each alone.
 * Throws `validate-no-gates`, `validate-several-persons`, `validate-same-person`, `validate-other-files` or `validate-other-protocols`.
 */
export function pairSessions(a: PersonsSession, b: PersonsSession): PairedSessions {
  const persons = [a, b].map(personOf) as [string, string];
  if (persons[0] === persons[1]) throw refuse('validate-same-person', { person: persons[0], a: a.name, b: b.name });
  checkProtocols(a, b);
  return { persons, samples: pairSamples(a, b) };
}

/** The one person whose gates a session holds. */
export function personOf({ name, document }: PersonsSession): string {
  const persons = personsOf(document);
  const [person] = persons;
  if (person === undefined) throw refuse('validate-no-gates', { session: name });
  if (persons.length > 1) throw refuse('validate-several-persons', { session: name, persons: persons.join(', ') });
  return person;
}

/** The same settings in everything that decides a number; where gates of persons stand is what is compared. */
export function checkProtocols(a: PersonsSession, b: PersonsSession): void {
  if (
    numbersOf(a.document.protocol) !== numbersOf(b.document.protocol) ||
    settingsOfGroups(a.document) !== '' ||
    settingsOfGroups(b.document) !== ''
  )
    throw refuse('validate-other-protocols', { a: a.name, b: b.name });
}

export function pairSamples(a: PersonsSession, b: PersonsSession): readonly PairedSample[] {
  const [first, second] = [a, b].map(({ document }) => new Map(document.samples.map((sample) => [fileKey(sample.file), sample]))) as [
    Map<string, Sample>,
    Map<string, Sample>,
  ];
  const lonely = [...first.values(), ...second.values()].filter(({ file }) => !(first.has(fileKey(file)) && second.has(fileKey(file))));
  if (lonely.length > 0)
    throw refuse('validate-other-files', { a: a.name, b: b.name, files: lonely.map(({ file }) => file.name).join(', ') });
  return [...first].map(([key, sample]) => ({
    name: sample.file.name,
    dataset: sample.file.dataset,
    sha256: sample.file.sha256,
    samples: [sample, second.get(key)!],
  }));
}

/** Everything of a protocol that decides a count, as text: ids of gates, profiles, plots and report are left out. */
function numbersOf({ panel, compensation, transforms, strategy, absentMarkers, dimensions, matrices, quality }: Protocol): string {
  const gates = mapGates(strategy, ({ id: _, ...node }) => node);
  return canonicalJson({ panel, compensation, transforms, strategy: gates, absentMarkers, dimensions, matrices, quality });
}

/** Of gating groups: what changes a number without being a gate. */
function settingsOfGroups({ groups }: SessionDocument): string {
  const settings = groups.flatMap(({ own }) =>
    own?.compensation === undefined && own?.transforms === undefined ? [] : [own.compensation ?? own.transforms],
  );
  return settings.length === 0 ? '' : canonicalJson(settings);
}

const sentences = {
  'validate-no-gates': {
    en: 'The session {session} holds no gate that a person placed: there is nothing to compare.',
    ja: 'セッション{session}には手動で設定したゲートがなく、比較できません。',
  },
  'validate-several-persons': {
    en: 'The session {session} holds gates of several persons ({persons}); each session must be of one.',
    ja: 'セッション{session}に複数の担当者({persons})のゲートがあります。1つのセッションは1人のものでなければなりません。',
  },
  'validate-same-person': {
    en: 'Both sessions ({a}, {b}) are of {person}; a second person is needed. A second reading of the same person is given by --again.',
    ja: '2つのセッション({a}、{b})はいずれも{person}のものです。別の担当者のセッションが必要です(同じ担当者の再ゲーティングは --again)。',
  },
  'validate-other-files': {
    en: 'The sessions {a} and {b} are not of the same files; in one alone: {files}.',
    ja: 'セッション{a}と{b}のファイルが一致しません。一方だけにあるファイル: {files}',
  },
  'validate-other-protocols': {
    en: 'The sessions {a} and {b} are not gated by the same protocol: panel, compensation, scales or gates of all samples differ, or a group has its own.',
    ja: 'セッション{a}と{b}のプロトコルが一致しません。パネル、蛍光補正、スケール、全検体のゲートのいずれかが異なるか、グループが独自の設定を持っています。',
  },
} as const;

const refuse = (code: keyof typeof sentences, values: { readonly [name: string]: string }): Problem =>
  new Problem(code, sentences[code], values);
