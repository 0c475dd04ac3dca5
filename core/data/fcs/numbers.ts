import type { Keywords } from '../../base/keywords.ts';
import { refuse } from './problems.ts';

/** Blanks, and the NULs that some writers pad with. */
const padding = /^[\s\0]+|[\s\0]+$/g;

export const unpad = (text: string): string => text.replace(padding, '');

/** A count or byte offset: digits, padded or not. `undefined` where it is blank; `NaN` where it is anything else. */
export function parseCount(text: string | undefined): number | undefined {
  const digits = unpad(text ?? '');
  if (digits === '') return undefined;
  const value = /^\+?\d+(\.0*)?$/.test(digits) ? Number(digits) : Number.NaN;
  return Number.isSafeInteger(value) ? value : Number.NaN;
}

/** A decimal number as instruments write them; `undefined` where it is none. */
export function parseReal(text: string | undefined): number | undefined {
  const digits = unpad(text ?? '');
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(digits) ? Number(digits) : undefined;
}

/** The count that a keyword holds; `undefined` where it is absent or blank. Refuses anything that is not a count. */
export function countKeyword(keywords: Keywords, keyword: string): number | undefined {
  const value = parseCount(keywords.get(keyword));
  if (Number.isNaN(value)) refuse('keyword-invalid', { keyword, value: shown(keywords.get(keyword)) });
  return value;
}

/** A value as it is shown in a sentence: short, without control characters. */
export function shown(text: string | undefined): string {
  const visible = [...unpad(text ?? '')].map((character) => (character < ' ' || character === '\x7f' ? '·' : character));
  return visible.length > 60 ? `${visible.slice(0, 60).join('')}…` : visible.join('');
}
