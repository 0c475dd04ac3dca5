import { type Language, say } from '../../../core/base/message.ts';
import type { CheckReport } from '../../archive/check.ts';
import type { MaterialSplit } from '../../archive/schema.ts';

/** What `archive check` found, with a sentence a fault. */
export const checkJson = ({ faults, ...report }: CheckReport, splits: readonly MaterialSplit[], lang: Language): object => ({
  ...report,
  faults: faults.map((fault) => ('message' in fault ? { ...fault, message: fault.message[lang] } : fault)),
  splits: splits.map(splitJson),
});

export const splitJson = ({ kind, label, from_lot, from_donor, lot_id, donor_id, runs, material_id, from_id }: MaterialSplit) => ({
  kind,
  label,
  fromLot: from_lot,
  fromDonor: from_donor,
  lot: lot_id,
  donor: donor_id,
  runs,
  material: material_id,
  from: from_id,
});

export function checkText({ runs, results, log, faults }: CheckReport, splits: readonly MaterialSplit[], lang: Language): string {
  return [
    ...faults.map((fault) => `✗ ${fault.kind}: ${'message' in fault ? fault.message[lang] : fault.what}`),
    ...splits.map((split) => `! ${splitText(split, lang)}`),
    `log ${log.entries}:${log.head}`,
    say(summary, { runs, results, faults: faults.length }, lang),
  ].join('\n');
}

/** What became of one of a lot's shared materials, as a sentence. */
export function splitText(
  { kind, label, from_lot, from_donor, lot_id, donor_id, runs, material_id, from_id }: MaterialSplit,
  lang: Language,
) {
  const lotOf = (lot: string | null, donor: string | null) => (donor === null ? (lot ?? '–') : `${lot ?? '–'} (${donor})`);
  const values = { kind, label, from: lotOf(from_lot, from_donor), to: lotOf(lot_id, donor_id), runs };
  return say(material_id === from_id ? moved : split, values, lang);
}

const split = {
  en: 'The {kind} "{label}" of lot {from} was shared by {runs} runs of lot {to}, which now have one of their own.',
  ja: 'ロット{from}の「{label}」({kind})はロット{to}の測定 {runs}件と共有されていたため、別に分けました。',
};
const moved = {
  en: 'The {kind} "{label}" of lot {from} was used only by {runs} runs of lot {to}, and now belongs to it.',
  ja: 'ロット{from}の「{label}」({kind})はロット{to}の測定 {runs}件だけが使用していたため、そのロットのものとしました。',
};
const summary = {
  en: '{runs} runs, {results} results, {faults} faults',
  ja: '測定 {runs}件、結果 {results}件、不備 {faults}件',
};
