import { Problem } from './problem.ts';

/** Lifts a document from one version of its format to the next; the result's `version` is one higher. */
export type Migration = (document: { readonly [key: string]: unknown }) => { readonly [key: string]: unknown };

/** Lifts a document of any known older version to `current`. Throws `version-unknown` for newer or missing versions. */
export function migrate(document: unknown, current: number, migrations: { readonly [from: number]: Migration }): unknown {
  if (!isRecord(document)) return document;
  const version = document['version'];
  if (version === current) return document;
  const step = typeof version === 'number' ? migrations[version] : undefined;
  if (step === undefined) {
    if (version === undefined) throw new Problem('version-unknown', noVersion, {}, { path: 'version' });
    throw new Problem(
      'version-unknown',
      {
        en: 'The document has format version {version}; this software knows versions up to {current}.',
        ja: '文書の形式版数は{version}ですが、このソフトウェアが扱えるのは{current}までです。',
      },
      { version: String(version).slice(0, 40), current },
      { path: 'version' },
    );
  }
  return migrate(step(document), current, migrations);
}

const isRecord = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const noVersion = {
  en: 'This is no document of this software: it says no version of its format.',
  ja: 'このソフトウェアの文書ではありません(形式の版数がありません)。',
};
