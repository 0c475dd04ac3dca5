import { type Catalogue, type Language, say, type Values } from './message.ts';

/** Something repaired, guessed or odd, itemised: never a silent change. `offset` is a byte of the file. */
export interface Finding {
  readonly code: string;
  /** `repair`: read otherwise than written. `guess`: a choice the file leaves open. `note`: odd, but nothing changed. */
  readonly kind: 'repair' | 'guess' | 'note';
  readonly values?: Values;
  readonly offset?: number;
}

export interface FindingKind {
  readonly kind: Finding['kind'];
  readonly sentence: Catalogue[string];
}

/** The sentence of a finding. A code that the catalogue lacks is a bug and crashes loudly. */
export function describeFinding(catalogue: { readonly [code: string]: FindingKind }, finding: Finding, language: Language = 'en'): string {
  const entry = catalogue[finding.code];
  if (!entry) throw new Error(`finding without a sentence: ${finding.code}`);
  return say(entry.sentence, finding.values, language);
}
