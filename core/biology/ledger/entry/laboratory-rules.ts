import * as z from 'zod';
import { Problem } from '../../../base/problem.ts';

/** What a laboratory asks of every new entry of its archive. */
export const laboratoryRulesSchema = z.strictObject({
  /** A regular expression for the whole pseudonym of a donor; a pool of donors is one too. */
  pseudonym: z.string().min(1).max(200).optional(),
  /** Labels are read where cells are thawed, pooled or given. */
  labels: z.literal('required').optional(),
  /** A second person is named there. */
  witness: z.literal('required').optional(),
});
export type LaboratoryRules = Readonly<z.infer<typeof laboratoryRulesSchema>>;

interface RuledEntry {
  readonly id: string;
  readonly kind: string;
  readonly by: string;
  readonly body: unknown;
}

/** Where a person hands on, mixes or gives cells. */
const watched = ['thaw', 'reculture', 'pool', 'infuse'];

/** Throws `pseudonym-pattern`, `label-missing`, `witness-missing` or `witness-same`. */
export function checkByRules({ id, kind, by, body }: RuledEntry, { pseudonym, labels, witness }: LaboratoryRules): void {
  const said = (typeof body === 'object' && body !== null ? body : {}) as { readonly [field: string]: unknown };
  const refuse = (
    code: string,
    sentence: { readonly en: string; readonly ja: string },
    values: { readonly [name: string]: string },
    field: string,
  ) => {
    throw new Problem(code, sentence, values, { path: `${id}: ${field}` });
  };
  const { donor, from } = said;
  if (pseudonym !== undefined && typeof donor === 'string' && !new RegExp(`^(?:${pseudonym})$`, 'u').test(donor.trim()))
    refuse('pseudonym-pattern', notByPattern, { donor, pattern: pseudonym }, 'donor');
  const second = typeof said['witness'] === 'string' ? said['witness'].trim() : undefined;
  if (second !== undefined && second === by.trim()) refuse('witness-same', samePerson, { by }, 'witness');
  if (!watched.includes(kind)) return;
  const read = kind === 'pool' && Array.isArray(from) ? from.map((part: { readonly label?: unknown }) => part?.label) : [said['label']];
  if (labels !== undefined && read.some((label) => label === undefined)) refuse('label-missing', noLabel, {}, 'label');
  if (witness !== undefined && second === undefined) refuse('witness-missing', noWitness, {}, 'witness');
}

const notByPattern = {
  en: '"{donor}" is no pseudonym of this archive ({pattern}): no name of a person belongs here.',
  ja: '「{donor}」はこのアーカイブの仮名の形式({pattern})に合いません。氏名などの個人情報は記入できません。',
};
const noLabel = {
  en: 'The laboratory asks for the label of what is thawed, cultured again, pooled or given.',
  ja: '融解、再培養、混合、投与では、対象のラベルの読み取りが必要です。',
};
const noWitness = {
  en: 'The laboratory asks for a second person here.',
  ja: 'この記録には2人目の確認者が必要です。',
};
const samePerson = {
  en: 'The second person is another than {by}.',
  ja: '確認者には、担当者{by}以外の名前を記入してください。',
};
