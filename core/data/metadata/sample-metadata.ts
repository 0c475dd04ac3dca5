import * as z from 'zod';

export const roles = ['sample', 'fmo', 'unstained', 'single-stain', 'reference', 'beads'] as const;

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
  /** Viable cells that the culture was started with, and those at this sample: counted apart from the cytometer. */
  seededCells: z.number().positive().optional(),
  cells: z.number().positive().optional(),
});
export type SampleMetadata = z.infer<typeof sampleMetadataSchema>;
