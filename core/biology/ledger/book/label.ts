import { Problem } from '../../../base/problem.ts';
import { type Book, type EventFacts, forbid, type Material } from './book.ts';

/** What stands on a label, and in its code. */
export type LabelContent = Pick<Material, 'id' | 'lot' | 'donor'>;

const HEAD = 'LS1';

/** The text of a label's code: plain ASCII, so that every reader gives it back as it was written, with two check digits at its end. */
export function labelText({ lot, id, donor }: LabelContent): string {
  const body = [HEAD, ...[lot, id, donor].map(encodeURIComponent)].join('|');
  return `${body}|${checkDigits(body)}`;
}

/**
 * What a code reader gave.
 * @throws Problem `label-unreadable` where it is no label, `label-damaged` where its check digits say otherwise
 */
export function readLabel(scanned: string): LabelContent {
  const text = scanned.normalize('NFKC').trim();
  const parts = text.split('|');
  const [head, lot, id, donor, digits] = parts;
  if (parts.length !== 5 || head !== HEAD) throw new Problem('label-unreadable', unreadable, { label: text.slice(0, 60) });
  if (checkDigits(text.slice(0, text.lastIndexOf('|'))) !== digits) throw new Problem('label-damaged', damaged);
  try {
    return { lot: decodeURIComponent(lot!), id: decodeURIComponent(id!), donor: decodeURIComponent(donor!) };
  } catch {
    throw new Problem('label-damaged', damaged);
  }
}

/** ISO 7064, MOD 97-10, over the bytes: one wrong character is always found, and so are two that were exchanged. */
export function checkDigits(text: string): string {
  let rest = 0;
  for (const character of text) rest = (rest * 1000 + character.charCodeAt(0)) % 97;
  return String(98 - ((rest * 100) % 97)).padStart(2, '0');
}

/** Holds what was read from a label against the book. Forbids `mix-up`, and a label that cannot be read. */
export function checkLabel(book: Book, scanned: string | undefined, id: string, facts: EventFacts, path = 'label'): void {
  if (scanned === undefined) return;
  const material = book.materials.get(id);
  try {
    const label = readLabel(scanned);
    if (material === undefined || label.id !== id) forbid(facts, 'mix-up', otherLabel, { is: label.id, material: id }, path);
    else if (label.lot !== material.lot) forbid(facts, 'mix-up', otherLot, { given: label.lot, material: id, is: material.lot }, path);
    else if (label.donor !== material.donor)
      forbid(facts, 'mix-up', otherDonor, { given: label.donor, material: id, is: material.donor }, path);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    forbid(facts, error.code, error.sentence, error.values, path);
  }
}

const unreadable = { en: '"{label}" is no label of this software.', ja: '「{label}」はこのソフトウェアのラベルではありません。' };
const damaged = {
  en: 'The label was not read whole: its check digits do not fit.',
  ja: 'ラベルを正しく読み取れませんでした(検査数字が一致しません)。',
};
const otherLabel = { en: 'The label is that of {is}, not of {material}.', ja: 'ラベルは{is}のもので、{material}のものではありません。' };
export const otherLot = {
  en: 'The label says lot {given}; {material} is of lot {is}.',
  ja: 'ラベルのロットは{given}ですが、{material}のロットは{is}です。',
};
export const otherDonor = {
  en: 'The label says donor {given}; {material} is of donor {is}.',
  ja: 'ラベルのドナーは{given}ですが、{material}のドナーは{is}です。',
};
