import * as z from 'zod';
import { readJsonDocument } from '../../base/json-document.ts';
import { rule } from '../../base/rule.ts';
import { titleSchema } from '../specification/specification.ts';

const text = z.string().trim().min(1).max(200);

/** How lysis is read. Two of them are never put together. */
export const readouts = [
  'cr51',
  'calcein',
  'batda',
  'ldh',
  'dead-fraction',
  'viable-count',
  'internal-control',
  'impedance',
  'image',
] as const;
export type Readout = (typeof readouts)[number];

/** Signals of release into the medium; the others count target cells. */
export const isRelease = (readout: Readout): boolean =>
  readout === 'cr51' || readout === 'calcein' || readout === 'batda' || readout === 'ldh';

/** Signals of targets that stay in the well, over hours. */
export const isSeries = (readout: Readout): boolean => readout === 'impedance' || readout === 'image';

/** What an effector is: the axis of lysis, and the cells that lytic units are told for. */
export const effectorAxes = ['total', 'viable', 'nk'] as const;
export type EffectorAxis = (typeof effectorAxes)[number];

/** Highest values of the verdicts good and accepted: fractions, never percent. */
const limitsSchema = z
  .tuple([z.number().min(0).max(1), z.number().min(0).max(1)])
  .refine(
    ([good, accept]) => good <= accept,
    rule({ en: 'the first limit lies above the second', ja: '1番目の限度が2番目を上回っています' }),
  );

const channel = z.string().trim().min(1).max(100);

/** What FCS files of wells are gated by: markers or detectors, as the files name them. */
const flowSchema = z.strictObject({
  /** Marks the targets, above effectors that took some of it up. */
  label: channel,
  /** Dyes of injured cells: one that takes up any of them is injured. */
  injured: z.array(channel).min(1).max(2),
  /** A marker of effectors, which tells conjugates; their pulse shape where absent. */
  effector: channel.optional(),
  /** Marks targets that are not attacked, in the same wells. */
  reference: channel.optional(),
  /** Where counting beads are brighter than any cell. */
  beads: channel.optional(),
  /** How far above the trough between effectors and targets these begin, as a share of the way to the targets. */
  margin: z.number().min(0).max(0.5).default(0.1),
});
export type FlowWells = Readonly<z.infer<typeof flowSchema>>;

/**
 * How a laboratory measures killing, as a document that is approved. Two results are comparable only if target, hours, read-out, what counts
 * as injured and what an effector is are the same.
 */
export const assaySchema = z.strictObject({
  format: z.literal('lymphoscope-assay'),
  /** Of the file format. */
  version: z.literal(1),
  name: text,
  title: titleSchema.optional(),
  revision: z.int().min(1),
  approved: z.strictObject({ by: text, on: z.iso.date() }).optional(),
  /** The target line, such as K562. */
  target: text,
  /** What marks it: a dye, or GFP of the line itself. */
  label: text.optional(),
  readout: z.enum(readouts),
  /** What counts as injured: 7-AAD+, annexin V+ or 7-AAD+, release. */
  injured: text,
  hours: z.number().gt(0).max(1000),
  /** How far the hours of a plate may be off. */
  hoursTolerance: z.number().min(0).max(100).default(0.25),
  effector: z.enum(effectorAxes),
  targetsPerWell: z.number().gt(0).max(1e9),
  /** Percentages of lysis at which lytic units are told. */
  units: z.array(z.number().gt(0).lt(100)).min(1).max(5).default([20, 30]),
  /** Of wells that a cytometer measured. */
  flow: flowSchema.optional(),
  /** A plateau in percent that is taken as known; fitted where absent. */
  plateau: z.number().gt(0).max(150).optional(),
  /** Limits of validity; a rule without a limit judges nothing and says so. */
  limits: z
    .strictObject({
      /** Spontaneous over maximum: fractions. */
      spontaneous: limitsSchema.optional(),
      /** Coefficient of variation of replicate wells: fractions. */
      replicateCv: limitsSchema.optional(),
      /** Viability of the targets before the assay, percent. */
      targetViability: z.number().min(0).max(100).optional(),
      /** Target cells counted in a well. */
      minimumTargets: z.int().min(1).optional(),
      /** Where the limits come from, and who set them. */
      source: text,
      setBy: text,
    })
    .optional(),
});
export type Assay = Readonly<z.infer<typeof assaySchema>>;

/** Reads an assay definition from JSON text. Throws `assay-invalid` with the place in the document. */
export const parseAssay = (json: string): Assay =>
  readJsonDocument(json, { code: 'assay-invalid', name: { en: 'assay definition', ja: '測定法の定義' }, schema: assaySchema });

/** What must be the same before two results are compared. */
const comparedFields = ['target', 'readout', 'injured', 'hours', 'effector'] as const;
export type ComparedField = (typeof comparedFields)[number];

/** The first field in which two assays differ; hours within the tolerance of either are the same. */
export function differsIn(a: Assay, b: Assay): ComparedField | undefined {
  return comparedFields.find((field) =>
    field === 'hours' ? Math.abs(a.hours - b.hours) > Math.min(a.hoursTolerance, b.hoursTolerance) : a[field] !== b[field],
  );
}
