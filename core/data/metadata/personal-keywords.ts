import type { Finding } from '../../base/finding.ts';
import type { Keywords } from '../../base/keywords.ts';

/*
 * Keywords that laboratories and vendors are known to put a person's name or number into. Names are compared without `_`, `-`, `.` and blanks, in
 * capitals, and full-width letters as plain ones.
 */

/** The whole name, a leading `$` or `@` aside. */
const whole = new Set(
  `SRC SMNO FIL PROJ OP EXP INST COM CELLS LASTMODIFIER PLATENAME PLATEID CARRIERID
   NAME ID MRN DOB NHS SSN SEX AGE GENDER INITIALS NOTE NOTES TITLE DESCRIPTION TUBE SAMPLE`.split(/\s+/),
);

const part = new RegExp(
  `PATIENT DONOR SUBJECT PERSON SURNAME FIRSTNAME LASTNAME FAMILYNAME GIVENNAME MIDDLENAME FULLNAME MAIDEN BIRTH
   SAMPLEID SAMPLENAME SAMPLENO SAMPLENUMBER SAMPLECODE TUBENAME TUBEID SPECIMEN EXPERIMENTNAME EXPORTUSER OPERATOR USERNAME USERID FILENAME GROUPNAME
   GUID CASENO CASENUMBER CASEID ACCESSION MEDICALRECORD RECORDNO RECORDNUMBER CHARTNO CHARTNUMBER CHARTID HOSPITAL PHYSICIAN DOCTOR CLINICIAN
   INVESTIGATOR ADDRESS PHONE EMAIL COMMENT REMARK BARCODE INSURANCE PASSPORT REQUESTER ORDERNO ORDERID ORDERNUMBER
   患者 氏名 姓名 名前 姓 名字 フリガナ ふりがな カルテ 診察 診療 病歴 症例 生年 誕生 年齢 性別 住所 電話 主治医 担当 医師 検体 検査番号 備考 コメント 注記
   提供者 ドナー 被験者 受診 受付 依頼 保険 個人 病院`
    .trim()
    .split(/\s+/)
    .join('|'),
);

/** A keyword's name as it is compared. */
export const foldKeyword = (keyword: string): string =>
  keyword
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s_\-.]+/g, '');

/** A pseudonym is no name, and what this software writes itself holds none. */
const harmless = /^LYMPHOSCOPE|PSEUDONYM/;

export function mayHoldName(keyword: string): boolean {
  const folded = foldKeyword(keyword);
  return !harmless.test(folded) && (whole.has(folded.replace(/^[$@#]+/, '')) || part.test(folded));
}

/** One finding that lists the keywords (never their values) that may hold a person's name. */
export function findPersonalKeywords(keywords: Keywords): readonly Finding[] {
  const named = [...keywords].filter(([name, value]) => mayHoldName(name) && value.trim() !== '').map(([name]) => name);
  return named.length === 0 ? [] : [{ code: 'personal-keywords', kind: 'note', values: { keywords: named.join(', ') } }];
}

/** A value as a report may show it. */
export const maskValue = (keyword: string, value: string): { readonly value: string; readonly masked: boolean } =>
  mayHoldName(keyword) && value.trim() !== '' ? { value: '●●●●', masked: true } : { value, masked: false };
