import { Problem } from '../../core/base/problem.ts';
import { withSample } from '../../core/study/sample/with-sample.ts';
import type { Sample, SessionDocument } from '../../core/study/session/document/session-document.ts';
import { openSession } from '../../core/study/session/session-text.ts';
import { automaticShares, mainQuantity, type Reading, readingOf, type Shares } from '../../core/study/validation/measure-readings.ts';
import {
  ownValidation,
  type RepeatedReading,
  type ValidatedFile,
  type ValidatedSessions,
} from '../../core/study/validation/own-validation.ts';
import {
  checkProtocols,
  type PairedSample,
  type PersonsSession,
  pairSamples,
  pairSessions,
  personOf,
} from '../../core/study/validation/pair-sessions.ts';
import { openFile } from '../files/file-source.ts';
import { readSessionFile } from '../files/session-file.ts';
import { createPool, createSha256 } from '../host/host.ts';

/** A saved session, and where its files may be. */
interface OpenedSession extends PersonsSession {
  readonly places: ReadonlyMap<string, readonly string[]>;
  /** What tells that it was changed outside this software. */
  readonly isChanged: boolean;
}

interface ValidateOptions {
  /** Sessions in which one of the two persons gated files of these again. */
  readonly again: readonly string[];
  readonly onProgress?: (file: string, done: number, total: number) => void;
}

/**
 * Two saved sessions, each with the gates of one person, against the automatic gates: every file is read and gated anew. Of files of one session that hold
 * the same events under two names, and of sessions given as `again`, it says how well a person repeats.
 * Throws as `pairSessions` does, for what is wrong with a file, and `sample-differs` for one that holds other bytes.
 */
export async function validateOwn([first, second]: readonly [string, string], options: ValidateOptions): Promise<ValidatedSessions> {
  const [a, b] = [await openOne(first), await openOne(second)];
  const paired = pairSessions(a, b);
  const again = await Promise.all(options.again.map(openOne));
  const repeats = again.map((session) => ({
    session,
    person: repeatedBy(session, [a, b], paired.persons),
    pairs: samplesAgain(session, a),
  }));
  const files: ValidatedFile[] = [];
  const repeated: RepeatedReading[] = [];
  const seen = new Map<string, ValidatedFile>();
  for (const [done, pair] of paired.samples.entries()) {
    options.onProgress?.(pair.name, done, paired.samples.length);
    const { file, dataSha256, readingsAgain } = await measure(pair, [a, b], repeats);
    files.push(file);
    for (const { person, shares } of readingsAgain) {
      const at = paired.persons.indexOf(person);
      repeated.push({ person, file: pair.name, readings: [file.readings[at]!.shares, shares] });
    }
    const before = seen.get(dataSha256);
    if (before === undefined) seen.set(dataSha256, file);
    else
      for (const [i, person] of paired.persons.entries())
        repeated.push({ person, file: pair.name, readings: [before.readings[i]!.shares, file.readings[i]!.shares] });
  }
  const { protocol } = a.document;
  return {
    validation: ownValidation(paired.persons, mainQuantity(protocol), files, repeated),
    protocol: { name: protocol.name, revision: protocol.revision },
    changed: [a, b, ...again].filter(({ isChanged }) => isChanged).map(({ name }) => name),
    digests: paired.samples.map(({ sha256 }) => sha256),
  };
}

/** The same of saved sessions in any order: those of two persons, whose further ones are second readings. Throws `validate-two-persons` too. */
export async function validateSessions(files: readonly string[]): Promise<ValidatedSessions> {
  const persons: { readonly person: string; readonly file: string }[] = [];
  for (const file of files) persons.push({ person: personOf(await openOne(file)), file });
  const names = [...new Set(persons.map(({ person }) => person))];
  const firstOf = (name: string | undefined) => persons.find(({ person }) => person === name)?.file;
  const [a, b] = [firstOf(names[0]), firstOf(names[1])];
  if (a === undefined || b === undefined || names.length > 2)
    throw new Problem('validate-two-persons', twoPersons, { persons: names.join(', ') });
  return validateOwn([a, b], { again: files.filter((file) => file !== a && file !== b) });
}

async function openOne(file: string): Promise<OpenedSession> {
  const { document, places } = await readSessionFile(file);
  const { session, trust } = openSession(JSON.stringify(document));
  return { name: file, document: session, places, isChanged: trust.findings.length > 0 };
}

interface Repeat {
  readonly session: OpenedSession;
  readonly person: string;
  readonly pairs: ReadonlyMap<string, Sample>;
}

/** Whose second reading a session is. */
function repeatedBy(session: OpenedSession, [a]: readonly [OpenedSession, OpenedSession], persons: readonly [string, string]): string {
  checkProtocols(a, session);
  const person = personOf(session);
  if (!persons.includes(person))
    throw new Problem('validate-again-other', otherPerson, { session: session.name, person, persons: persons.join(', ') });
  return person;
}

const samplesAgain = (session: OpenedSession, a: OpenedSession): ReadonlyMap<string, Sample> =>
  new Map(
    pairSamples(session, { ...a, document: only(a.document, session.document) }).map(({ sha256, dataset, samples }) => [
      `${sha256} ${dataset}`,
      samples[0],
    ]),
  );

/** The document with those samples alone that another holds too: a second reading may be of a part of the files. */
const only = (document: SessionDocument, other: SessionDocument): SessionDocument => ({
  ...document,
  samples: document.samples.filter(({ file }) =>
    other.samples.some((one) => one.file.sha256 === file.sha256 && one.file.dataset === file.dataset),
  ),
});

interface Measured {
  readonly file: ValidatedFile;
  readonly dataSha256: string;
  readonly readingsAgain: readonly { readonly person: string; readonly shares: Shares }[];
}

async function measure(
  pair: PairedSample,
  sessions: readonly [OpenedSession, OpenedSession],
  repeats: readonly Repeat[],
): Promise<Measured> {
  const places = sessions.flatMap(({ places: known }, i) => {
    const { file } = pair.samples[i]!;
    return known.get(file.path ?? '') ?? [file.path ?? file.name];
  });
  const source = await openFirst(places);
  const [{ document }] = sessions;
  const mode = pair.samples[0].file.salvage === true ? 'salvage' : 'default';
  try {
    return await withSample(
      source,
      document.protocol,
      { pool: createPool(), createHash: createSha256 },
      { dataset: pair.dataset, mode },
      async (prepared) => {
        const automatic = automaticShares(prepared, document.protocol);
        const readings = sessions.map((session, i) => readingOf(prepared, session.document, pair.samples[i]!, automatic)) as [
          Reading,
          Reading,
        ];
        const readingsAgain = repeats.flatMap(({ session, person, pairs }) => {
          const sample = pairs.get(`${pair.sha256} ${pair.dataset}`);
          return sample === undefined ? [] : [{ person, shares: readingOf(prepared, session.document, sample, automatic).shares }];
        });
        const { sha256, dataSha256 = sha256 } = await prepared.raw.identity;
        if (sha256 !== pair.sha256) throw new Problem('sample-differs', differs, { file: pair.name });
        return { file: { name: pair.name, automatic, readings }, dataSha256, readingsAgain };
      },
    );
  } finally {
    await source.close();
  }
}

async function openFirst([first = '', ...others]: readonly string[]): ReturnType<typeof openFile> {
  return openFile(first).catch((error: unknown) => {
    if (others.length === 0 || !(error instanceof Problem)) throw error;
    return openFirst(others);
  });
}

const differs = {
  en: '{file} holds other bytes than the sample of the session.',
  ja: '{file}の内容が、セッションに記録された検体と異なります。',
};
const otherPerson = {
  en: 'The session {session} is of {person}, who is none of the two ({persons}).',
  ja: 'セッション{session}は{person}のもので、比較する2人({persons})のものではありません。',
};
const twoPersons = {
  en: 'Sessions of exactly two persons are needed; these are of: {persons}.',
  ja: 'ちょうど2人のセッションが必要です。選択されたセッション: {persons}。',
};
