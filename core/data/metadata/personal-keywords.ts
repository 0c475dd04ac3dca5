import type { Finding } from '../../base/finding.ts';
import type { Keywords } from '../../base/keywords.ts';

/** Keywords that laboratories and vendors are known to put a person's name or number into. */
const standard = [
  '$SRC',
  '$SMNO',
  '$FIL',
  '$PROJ',
  '$OP',
  '$EXP',
  '$INST',
  '$COM',
  '$CELLS',
  '$LAST_MODIFIER',
  '$PLATENAME',
  '$PLATEID',
  '$CARRIERID',
];
const vendor =
  /PATIENT|DONOR|SUBJECT|SURNAME|FIRST ?NAME|LAST ?NAME|BIRTH|\bDOB\b|SAMPLE ?(ID|NAME)|TUBE ?NAME|SPECIMEN|EXPERIMENT ?NAME|EXPORT ?USER|OPERATOR|USER ?NAME|FILE ?NAME|GROUP ?NAME|GUID|CASE ?(NO|NUMBER|ID)|@SAMPLEID|ACCESSION|患者|氏名|検体/i;

export const mayHoldName = (keyword: string): boolean => standard.includes(keyword.toUpperCase()) || vendor.test(keyword);

/** One finding that lists the keywords (never their values) that may hold a person's name. */
export function findPersonalKeywords(keywords: Keywords): readonly Finding[] {
  const named = [...keywords].filter(([name, value]) => mayHoldName(name) && value.trim() !== '').map(([name]) => name);
  return named.length === 0 ? [] : [{ code: 'personal-keywords', kind: 'note', values: { keywords: named.join(', ') } }];
}

/** A value as a report may show it. */
export const maskValue = (keyword: string, value: string): { readonly value: string; readonly masked: boolean } =>
  mayHoldName(keyword) && value.trim() !== '' ? { value: '●●●●', masked: true } : { value, masked: false };
