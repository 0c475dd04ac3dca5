import * as z from 'zod';
import { readJsonDocument } from '../../base/json-document.ts';

/** The parts of a report of one run, and of a report of a batch, by the names that a template uses. */
export const runSections = ['sample', 'culture', 'plots', 'populations', 'medians', 'gates', 'findings', 'provenance', 'channels'] as const;
export const batchSections = ['summary', 'calls', 'charts', 'changes', 'runs', 'failures', 'provenance'] as const;
export type RunSection = (typeof runSections)[number];
export type BatchSection = (typeof batchSections)[number];

/** How a laboratory wants its reports: a title of its own, its logo, and which sections in which order. The call and its reasons always come first. */
const reportTemplateSchema = z.strictObject({
  format: z.literal('lymphoscope-report-template'),
  version: z.literal(1),
  title: z.strictObject({ en: z.string().min(1).max(200), ja: z.string().min(1).max(200) }).optional(),
  /** A PNG or JPEG file beside the template. */
  logo: z.string().min(1).optional(),
  run: z.array(z.enum(runSections)).default([...runSections]),
  batch: z.array(z.enum(batchSections)).default([...batchSections]),
});
export type ReportTemplate = z.infer<typeof reportTemplateSchema>;

export const plainTemplate: ReportTemplate = reportTemplateSchema.parse({ format: 'lymphoscope-report-template', version: 1 });

/** Reads a template from JSON text. Throws `template-invalid` with the place in the document. */
export const parseReportTemplate = (text: string): ReportTemplate =>
  readJsonDocument(text, {
    code: 'template-invalid',
    name: { en: 'report template', ja: '報告書テンプレート' },
    schema: reportTemplateSchema,
  });
