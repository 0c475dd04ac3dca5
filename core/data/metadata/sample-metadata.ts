import * as z from 'zod';

export const roles = ['sample', 'blood', 'fmo', 'unstained', 'single-stain', 'reference', 'beads', 'blank'] as const;

/** Which cells a count is of: `viable` ones (dead cells left out), or `total` nucleated cells, dead ones among them. */
const cellKinds = ['viable', 'total'] as const;
export type CellKind = (typeof cellKinds)[number];

/** What a certificate says beside the numbers; nothing is computed from it. */
export const recordFields = [
  'product',
  'step',
  'sampleId',
  'collected',
  'operator',
  'dailyCheck',
  'method',
  'reagents',
  'remarks',
] as const;
export type RecordField = (typeof recordFields)[number];

const text = z.string().max(500).optional();
const recordShape = {
  product: text,
  /** Of the process: an intermediate, the final product. */
  step: text,
  /** As a pseudonym. */
  sampleId: text,
  /** When the sample was taken. */
  collected: text,
  /** Who measured; not masked with the names of patients. */
  operator: text,
  /** Of the instrument on that day. */
  dailyCheck: text,
  /** The laboratory's procedure. */
  method: text,
  /** Panel and antibody lots. */
  reagents: text,
  remarks: text,
} satisfies { readonly [F in RecordField]: typeof text };

/** What a person (or a keyword, or a CSV row) says about a sample. Donors are pseudonyms. */
export const sampleMetadataSchema = z.strictObject({
  role: z.enum(roles).default('sample'),
  culture: z.string().optional(),
  lot: z.string().optional(),
  donor: z.string().optional(),
  /** Culture day. */
  day: z.number().min(0).optional(),
  /** The plate or day's run that it was measured in: its controls and siblings. */
  run: z.string().optional(),
  /** Of an FMO control: the marker (panel id) or channel ($PnN) that was left out. */
  omits: z.string().optional(),
  /** The culture method that the laboratory declares. */
  declaredMethod: z.string().optional(),
  /** Cells that the culture was started with, and all of it at this sample, in numbers: counted apart from the cytometer. */
  seededCells: z.number().positive().optional(),
  cells: z.number().positive().optional(),
  /** Which cells those counts are of; viable ones where absent (`withCellKinds` says so). */
  seededCellsKind: z.enum(cellKinds).optional(),
  cellsKind: z.enum(cellKinds).optional(),
  ...recordShape,
});
export type SampleMetadata = z.infer<typeof sampleMetadataSchema>;
