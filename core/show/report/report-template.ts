import * as z from 'zod';
import { readJsonDocument } from '../../base/json-document.ts';
import { isTimeZone } from '../../base/local-time.ts';
import { languages } from '../../base/message.ts';
import { rule } from '../../base/rule.ts';
import { papers } from './model.ts';

/** The parts of a report of one run, and of a report of a batch, by the names that a template uses. */
export const runSections = ['sample', 'culture', 'plots', 'populations', 'medians', 'gates', 'findings', 'provenance', 'channels'] as const;
export const batchSections = ['lots', 'summary', 'calls', 'charts', 'changes', 'runs', 'failures', 'provenance'] as const;
/** The annexes of a certificate. */
export const annexSections = ['gates', 'populations', 'call', 'findings'] as const;
export type AnnexSection = (typeof annexSections)[number];
export type RunSection = (typeof runSections)[number];
export type BatchSection = (typeof batchSections)[number];

const bothSchema = z.strictObject({ en: z.string().min(1).max(200), ja: z.string().min(1).max(200) });

/** How a laboratory wants its reports: a title of its own, its logo, and which sections in which order. The call and its reasons always come first. */
const reportTemplateSchema = z.strictObject({
  format: z.literal('lymphoscope-report-template'),
  version: z.literal(1),
  title: bothSchema.optional(),
  /** Who issues the certificate. */
  facility: bothSchema.optional(),
  /** The boxes to sign in, from left to right. */
  signatures: z.array(bothSchema).min(1).max(4).optional(),
  /** Each certificate in these languages, one after the other; in the one that is asked for where absent. */
  languages: z.array(z.enum(languages)).min(1).optional(),
  /** IANA name of the laboratory's time zone, the instrument's clock included. */
  timeZone: z
    .string()
    .refine(isTimeZone, rule({ en: 'no time zone has this name', ja: 'この名前のタイムゾーンはありません' }))
    .optional(),
  paper: z.enum(papers).default('a4'),
  /** Whether the names of files are printed: they may hold those of persons. */
  fileNames: z.enum(['show', 'hide']).default('hide'),
  annexes: z.array(z.enum(annexSections)).default([...annexSections]),
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
