import * as z from 'zod';
import { annexSections } from '../show/report/report-template.ts';

/** What a report holds of each sample: the certificate with some of its annexes, the analysis record, or both. */
export const reportPartsSchema = z
  .strictObject({ certificate: z.boolean(), annexes: z.array(z.enum(annexSections)).max(annexSections.length), record: z.boolean() })
  .refine(({ certificate, record }) => certificate || record);
export type ReportParts = z.infer<typeof reportPartsSchema>;

export const wholeCertificate: ReportParts = { certificate: true, annexes: [...annexSections], record: false };
