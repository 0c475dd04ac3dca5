import type { Language } from '../../../core/base/message.ts';
import type { MetadataMatcher } from '../../../core/data/metadata/match-metadata.ts';
import { findingText } from '../../../core/study/sample/analysis-findings.ts';

/** What is odd about a metadata table beside the files, for JSON; nothing where no table was given. */
export const metadataJson = (matcher: MetadataMatcher | undefined, lang: Language) =>
  matcher === undefined ? {} : { metadata: metadataNotes(matcher, lang) };

const metadataNotes = (matcher: MetadataMatcher | undefined, lang: Language) =>
  (matcher?.findings() ?? []).map((finding) => ({ code: finding.code, message: findingText(finding, lang), ...finding.values }));

const LINES = 10;

/** The same for people, on standard error: the first few, and how many there are. */
export function printMetadataNotes(matcher: MetadataMatcher | undefined, lang: Language): void {
  const notes = metadataNotes(matcher, lang);
  for (const { message, code } of notes.slice(0, LINES)) process.stderr.write(`! ${message} [${code}]\n`);
  if (notes.length > LINES)
    process.stderr.write(`! ${lang === 'ja' ? `ほか${notes.length - LINES}件` : `and ${notes.length - LINES} more`}\n`);
}
