import * as z from 'zod';
import { readJsonDocument } from '../../base/json-document.ts';
import { rule } from '../../base/rule.ts';
import { titleSchema } from '../specification/specification.ts';

const pathSchema = z.string().trim().min(1).max(1000);

/** Events that a population needs to be called detected (LOD) and to be given as a number (LOQ). */
const eventRuleSchema = z.strictObject({ lodEvents: z.int().min(1).max(1_000_000), loqEvents: z.int().min(1).max(1_000_000) }).refine(
  ({ lodEvents, loqEvents }) => loqEvents >= lodEvents,
  rule({
    en: 'the limit of quantification (loqEvents) lies below that of detection',
    ja: '定量限界(loqEvents)が検出限界を下回っています',
  }),
);

const countedSchema = z
  .strictObject({ n: z.int().min(0), total: z.int().min(1), lot: z.string().trim().min(1).max(200).optional() })
  .refine(({ n, total }) => n <= total, rule({ en: 'more events than their denominator', ja: 'イベント数が分母を超えています' }));

/** What the laboratory measured again and again: blanks, and a sample of low level, each set of one lot. */
const replicatesSchema = z.strictObject({ blank: ofOneLot(), low: ofOneLot() });

function ofOneLot() {
  const isOfOne = (tubes: readonly { readonly lot?: string | undefined }[]) => new Set(tubes.flatMap(({ lot }) => lot ?? [])).size < 2;
  return z
    .array(countedSchema)
    .min(2)
    .max(1000)
    .refine(isOfOne, rule({ en: 'replicates of two lots', ja: '異なるロットの繰り返し測定が混在しています' }));
}

/** CADM1 against CD7 in CD3+CD4+ cells of blood, by paths: P CADM1−CD7+, D CADM1+CD7dim, N CADM1+CD7−. */
const hasFlowSchema = z.strictObject({ p: pathSchema, d: pathSchema, n: pathSchema });

/**
 * How a laboratory looks for residual leukaemic cells, as a document that is approved: which population, of which denominator, how many events
 * make a number. Fractions are of 1, not percent. One form for a protocol, the archive and the command line.
 */
export const residualPlanSchema = z
  .strictObject({
    format: z.literal('lymphoscope-residual-plan'),
    /** Of the file format. */
    version: z.literal(1),
    name: z.string().trim().min(1).max(200),
    /** What people read in place of its name. */
    title: titleSchema.optional(),
    /** Of this plan; counts up with every approved change. */
    revision: z.int().min(1),
    approved: z.strictObject({ by: z.string().trim().min(1).max(200), on: z.iso.date() }).optional(),
    /** What the gates and limits hold for: those of blood are no limits of a product, whose T cells are activated. */
    material: z.enum(['blood', 'product']),
    /** The protocol that gates: the name of one that ships, or a file. */
    protocol: z.string().trim().min(1).max(1000).optional(),
    /** The residual cells, by the path of their population. */
    population: pathSchema,
    /** The cells that they are counted among: live CD45+ cells as a rule. */
    denominator: pathSchema,
    events: eventRuleSchema,
    /** Fewer events of the denominator say nothing. */
    minimumEvents: z.int().min(1).max(1_000_000_000),
    /** Of every interval and upper limit. */
    confidence: z.number().min(0.5).max(0.9999).default(0.95),
    /** The fraction that a result must exclude. */
    limit: z.number().gt(0).lt(1).optional(),
    /** Coefficient of variation of the laboratory's cell counts, where none stands beside a count. */
    cellsCv: z.number().min(0).max(2).optional(),
    /** No result without a blank: a culture-matched product of a donor without HTLV-1, or an FMO control. */
    needsBlank: z.boolean().default(false),
    /** The largest fraction that may be there at collection. */
    entry: z.strictObject({ atMost: z.number().gt(0).lt(1) }).optional(),
    /** The culture is free of residual cells after so many results below detection in a row, each with a limit of detection of at most this. */
    end: z.strictObject({ results: z.int().min(1).max(20), lodAtMost: z.number().gt(0).lt(1) }).optional(),
    /** Limits by replicates (CLSI EP17) beside those by counts: the larger stands. */
    replicates: replicatesSchema.optional(),
    hasFlow: hasFlowSchema.optional(),
  })
  .refine(
    ({ population, denominator }) => population !== denominator,
    rule({ en: 'the population and its denominator are the same', ja: '対象集団と分母が同じです' }),
  );
export type ResidualPlan = Readonly<z.infer<typeof residualPlanSchema>>;

/** Reads a plan from JSON text. Throws `residual-plan-invalid` with the place in the document. */
export const parseResidualPlan = (text: string): ResidualPlan =>
  readJsonDocument(text, {
    code: 'residual-plan-invalid',
    name: { en: 'residual cell plan', ja: '残存細胞の計画書' },
    schema: residualPlanSchema,
  });
