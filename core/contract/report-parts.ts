import * as z from 'zod';
import { rule } from '../base/rule.ts';
import { annexSections } from '../show/report/report-template.ts';

/** What a report holds of each sample: the certificate with some of its annexes, the analysis record, or both. */
export const reportPartsSchema = z
  .strictObject({ certificate: z.boolean(), annexes: z.array(z.enum(annexSections)).max(annexSections.length), record: z.boolean() })
  .refine(
    ({ certificate, record }) => certificate || record,
    rule({ en: 'a report holds the certificate, the record or both', ja: '報告書には証明書か解析記録の少なくとも一方が必要です' }),
  );
export type ReportParts = z.infer<typeof reportPartsSchema>;

export const wholeCertificate: ReportParts = { certificate: true, annexes: [...annexSections], record: false };
