import * as z from 'zod';
import { readJsonDocument } from '../../base/json-document.ts';
import { rule } from '../../base/rule.ts';
import { viabilitySchema } from '../../base/viability.ts';
import { assaySchema } from './assay.ts';

const text = z.string().trim().min(1).max(200);

export const wellRoles = ['target-alone', 'maximum', 'effector-alone', 'test', 'blank', 'blank-detergent', 'beads'] as const;

/** Rows and columns of plates by their number of wells. */
export const plateSizes: { readonly [size: string]: readonly [rows: number, columns: number] } = {
  6: [2, 3],
  12: [3, 4],
  24: [4, 6],
  48: [6, 8],
  96: [8, 12],
  384: [16, 24],
};

/** Cells of a lot that were put into wells, and how they were counted. */
const effectorSchema = z.strictObject({
  /** What the wells call it. */
  id: text,
  lot: text.optional(),
  donor: text.optional(),
  /** The culture method as the laboratory defines it. */
  method: text.optional(),
  day: z.number().min(0).max(1000).optional(),
  /** Which cells E:T counts; viability enters once, and only here. */
  basis: z.enum(['total', 'viable']),
  /** Percent of all cells. */
  viability: viabilitySchema.optional(),
  /** NK cells in percent of the viable ones, from the lot's own FCM run. */
  nkOfViable: z.number().gt(0).max(100).optional(),
  /** Cells of the product, a dose or a bag, on the basis of its count. */
  cells: z.number().gt(0).max(1e14).optional(),
  /** The plate's control donor. */
  isControl: z.boolean().optional(),
});
export type Effector = Readonly<z.infer<typeof effectorSchema>>;

/** A reading as it was written: what is no number is named, and left out only by a person. */
const reading = z.union([z.number(), z.string().max(200)]);

const digest = z.string().regex(/^[0-9a-f]{64}$/);

const fcsSchema = z.strictObject({
  file: text,
  sha256: digest.optional(),
  /** Of its events alone: two wells that hold the same were copied. */
  dataSha256: digest.optional(),
  /** Targets with an effector on them, and effectors that took up label: events. */
  conjugates: z.int().min(0).optional(),
  labelled: z.int().min(0).optional(),
  /** Dead and all single targets, and viable ones, with one gate moved a little: label down and up, dye down and up. */
  moved: z
    .array(z.strictObject({ dead: z.int().min(0), targets: z.int().min(0), live: z.int().min(0) }))
    .length(4)
    .optional(),
  /** Cells that are no targets. */
  effectors: z.int().min(0).optional(),
});

const wellSchema = z.strictObject({
  /** Such as B7. */
  well: text,
  role: z.enum(wellRoles),
  effector: text.optional(),
  /** Effectors for one target, on the basis of the effector's count. */
  et: z.number().optional(),
  replicate: z.int().min(1).max(1000).optional(),
  /** Of a reader. */
  signal: reading.optional(),
  /** Of a cytometer: dead targets of all targets; viable targets, and beads beside them. */
  dead: reading.optional(),
  targets: reading.optional(),
  live: reading.optional(),
  beads: reading.optional(),
  /** Viable targets that are not attacked, in the same well. */
  reference: reading.optional(),
  /** NK cells that showed CD107a, of all NK cells that were counted; in tests and in effectors alone. */
  degranulated: reading.optional(),
  nkCells: reading.optional(),
  /** Of targets over the plate's times, from when effectors were added. */
  series: z.array(reading).max(5000).optional(),
  /** Microlitres that were measured. */
  volume: reading.optional(),
  /** The file that the counts are of, or that a person says is this well's. */
  fcs: fcsSchema.optional(),
  /** Left out by a person, who says why. */
  excluded: z.strictObject({ reason: text, by: text.optional() }).optional(),
});
export type WellRow = Readonly<z.infer<typeof wellSchema>>;

const wellGates = ['beads', 'cells', 'targets', 'reference', 'single', 'injured', 'injured-2'] as const;

/** A gate that the plate's controls taught, the same in all wells. */
const taughtSchema = z.strictObject({
  gate: z.enum(wellGates),
  channel: text,
  /** Linear (compensated) value; absent where the gate is a region. */
  at: z.number().optional(),
  light: z.enum(['green', 'amber', 'red']),
  /** Points by which the gate's own uncertainty moves what it holds. */
  doubt: z.number().min(0).optional(),
  /** Files that taught it. */
  wells: z.int().min(1),
});
export type TaughtGate = Readonly<z.infer<typeof taughtSchema>>;

/** One plate: which well holds what, and what was read in it. */
export const plateSchema = z.strictObject({
  format: z.literal('lymphoscope-plate'),
  version: z.literal(1),
  name: text,
  date: z.iso.date().optional(),
  size: z.union([z.literal(6), z.literal(12), z.literal(24), z.literal(48), z.literal(96), z.literal(384)]).default(96),
  /** The definition that it was measured by; else given beside it. */
  assay: assaySchema.optional(),
  /** As it was measured. */
  hours: z.number().gt(0).max(1000).optional(),
  /** Of the targets before the assay, percent. */
  targetViability: viabilitySchema.optional(),
  effectors: z
    .array(effectorSchema)
    .max(384)
    .refine(
      (effectors) => new Set(effectors.map(({ id }) => id)).size === effectors.length,
      rule({ en: 'two effectors have the same id', ja: '同じIDのエフェクターが2つあります' }),
    ),
  wells: z.array(wellSchema).max(384),
  /** Hours of the series of its wells, from when effectors were added. */
  times: z.array(z.number().min(0).max(10_000)).min(2).max(5000).optional(),
  /** What its FCS files were gated by. */
  gates: z.array(taughtSchema).max(10).optional(),
});
export type Plate = Readonly<z.infer<typeof plateSchema>>;

/** Reads a plate from JSON text. Throws `plate-invalid` with the place in the document. */
export const parsePlate = (json: string): Plate =>
  readJsonDocument(json, { code: 'plate-invalid', name: { en: 'plate', ja: 'プレート' }, schema: plateSchema });

/** A well's name as letters and number, `b07` as B7; undefined where it lies outside the plate. */
export function wellName(written: string, size: keyof typeof plateSizes | number): string | undefined {
  const [rows, columns] = plateSizes[String(size)] ?? [0, 0];
  const found = /^([a-z])\s*0*([1-9]\d?)$/i.exec(written.normalize('NFKC').trim());
  if (found === null) return undefined;
  const row = found[1]!.toUpperCase().charCodeAt(0) - 65;
  const column = Number(found[2]);
  return row < rows && column <= columns ? `${String.fromCharCode(65 + row)}${column}` : undefined;
}
