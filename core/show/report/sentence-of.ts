import { type Catalogue, type Language, say, type Values } from '../../base/message.ts';
import { formatValue } from '../plot/number-format.ts';

/** A sentence of a room's catalogue with its numbers typeset. A code that the catalogue lacks is a bug and crashes loudly. */
export function sentenceOf(
  catalogue: Catalogue,
  { code, values }: { readonly code: string; readonly values?: Values },
  language: Language,
): string {
  const sentence = Object.hasOwn(catalogue, code) ? catalogue[code] : undefined;
  if (!sentence) throw new Error(`code without a sentence: ${code}`);
  return say(sentence, typeset(values ?? {}), language);
}

export function typeset(values: Values): Values {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'number' ? formatValue(value) : value]));
}
