import * as z from 'zod';
import { readJsonDocument } from '../../base/json-document.ts';
import { type Migration, migrate } from '../../base/migrate.ts';
import { classifierSchema } from '../../biology/classification/classifier.ts';
import { compensationChoiceSchema } from '../../data/compensation/compensation-choice.ts';
import { metadataKeywordsSchema } from '../../data/metadata/metadata-keywords.ts';
import { panelSchema } from '../../data/panel/panel.ts';
import { transformSchema } from '../../data/transforms/transforms.ts';
import { qualityOptionsSchema } from '../../gating/quality/quality-options.ts';
import { dimensionSchema, namedMatrixSchema } from '../../gating/strategy/dimension.ts';
import { gateNodeSchema } from '../../gating/strategy/strategy.ts';
import { absoluteRequestSchema } from '../../statistics/absolute-request.ts';
import { intervalOptionsSchema } from '../../statistics/interval.ts';
import { proliferationRequestSchema } from '../../statistics/proliferation-request.ts';
import { statisticRequestSchema } from '../../statistics/request.ts';
import { plotsSchema } from '../arrangement/arrangement.ts';
import { residualPlanSchema } from '../residual/residual-plan.ts';
import { specificationSchema, titleSchema } from '../specification/specification.ts';

/** The analysis that a laboratory approves: everything that decides a number, and nothing about one sample. */
export const protocolSchema = z.strictObject({
  format: z.literal('lymphoscope-protocol'),
  /** Of the file format; see `migrations`. */
  version: z.literal(1),
  name: z.string().min(1),
  /** What people read in place of its name. */
  title: titleSchema.optional(),
  /** Of this protocol; counts up with every approved change. */
  revision: z.int().min(1),
  /** Who approved this revision, and on which day. */
  approved: z.strictObject({ by: z.string().min(1).max(200), on: z.iso.date() }).optional(),
  panel: panelSchema,
  compensation: compensationChoiceSchema,
  /** Display scales that are fixed here, by panel id; every other channel's is chosen from its range and negatives. */
  transforms: z.record(z.string(), transformSchema),
  strategy: z.array(gateNodeSchema),
  /**
   * What becomes of a sample without a marker that a gate needs: refused as a whole where absent; with `leave-out` its gates, and what
   * stands below them, are named as absent and the rest is counted. Optional gates are left out either way.
   */
  absentMarkers: z.enum(['refuse', 'leave-out']).optional(),
  /** What gates are drawn in beside the panel, by the name that the strategy uses. */
  dimensions: z.record(z.string(), dimensionSchema).optional(),
  /** Matrices that those dimensions name; `compensation` above is that of the panel. */
  matrices: z.record(z.string(), namedMatrixSchema).optional(),
  statistics: z.strictObject({
    interval: intervalOptionsSchema,
    /** Panel ids whose medians are reported. */
    medians: z.array(z.string()),
    /** Below this number of events a median is not reported. */
    minimumEvents: z.int().min(1).default(20),
    /** Further statistics that are reported. */
    reported: z.array(statisticRequestSchema).optional(),
    /** Cells in a microlitre. */
    absolute: absoluteRequestSchema.optional(),
    /** Dye dilutions. */
    proliferation: z.array(proliferationRequestSchema).optional(),
  }),
  /** Limits of acquisition quality; the defaults where absent. */
  quality: qualityOptionsSchema.optional(),
  classifier: classifierSchema,
  /** The approved limits of the product; without them nothing passes. */
  specification: specificationSchema.optional(),
  /** How residual cells are looked for; its paths are those of the strategy. */
  residual: residualPlanSchema.optional(),
  metadata: metadataKeywordsSchema,
  /** The plots that a session with this protocol begins with; one a gate where absent. They decide no number. */
  plots: plotsSchema.optional(),
  report: z.strictObject({
    /** On the top of every page of a report; blank or absent, the report says what it is. */
    title: z.strictObject({ en: z.string(), ja: z.string() }).optional(),
    /** Keywords shown in the report, masked where they may hold a person's name. */
    keywords: z.array(z.string()),
  }),
});
export type Protocol = z.infer<typeof protocolSchema>;

/** A protocol that was changed since: who approved it approved another, and nobody this one. */
export function changedProtocol<P extends Partial<Protocol>>(protocol: Protocol, change: P): Protocol {
  const { approved: _, ...rest } = protocol;
  return { ...rest, ...change };
}

/** One step from each older version of the format to the next. */
const migrations: { readonly [from: number]: Migration } = {};

/** Reads a protocol from JSON text. Throws `protocol-invalid` with the place in the document. */
export const parseProtocol = (text: string): Protocol =>
  readJsonDocument(text, {
    code: 'protocol-invalid',
    name: { en: 'protocol', ja: 'プロトコル' },
    schema: protocolSchema,
    lift: (document) => migrate(document, 1, migrations),
  });
