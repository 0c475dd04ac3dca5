import * as z from 'zod';
import { sampleMetadataSchema } from '../../../data/metadata/sample-metadata.ts';
import { plateSchema } from '../../killing/plate.ts';
import { protocolSchema } from '../../protocol/protocol.ts';
import { groupSchema, idSchema, keySchema, placedGateSchema, stampSchema } from './group.ts';
import { limits } from './session-limits.ts';

export const digestSchema = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 digest has 64 hexadecimal digits');
const datasetSchema = z.int().min(0);
export const sampleFileSchema = z.strictObject({
  name: z.string().min(1).max(limits.text),
  /** Where the host last found the file, relative to the session file where possible. The digest decides, not the path. */
  path: z.string().min(1).max(limits.text).optional(),
  sha256: digestSchema,
  /** Bytes. */
  size: z.int().min(0),
  /** 0 for the first data set of the file. */
  dataset: datasetSchema,
  /** The file is truncated and was opened for the whole events in it. */
  salvage: z.literal(true).optional(),
});
export type SampleFile = Readonly<z.infer<typeof sampleFileSchema>>;

export const sampleSchema = z.strictObject({
  id: idSchema,
  file: sampleFileSchema,
  metadata: sampleMetadataSchema,
  /** What its file says for the keywords that groups ask for. */
  keywords: z.record(keySchema, z.string().max(limits.text)).optional(),
});
export type Sample = Readonly<z.infer<typeof sampleSchema>>;

/** What a person decided about one gate in one sample: it stands above the protocol's gate or automatic step. */
export const overrideSchema = z.strictObject({ sha256: digestSchema, dataset: datasetSchema, ...placedGateSchema.shape });
export type Override = Readonly<z.infer<typeof overrideSchema>>;

/** Accepted as it stands, or sent back with a reason. */
export const reviewVerdicts = ['accepted', 'returned'] as const;
export type ReviewVerdict = (typeof reviewVerdicts)[number];

const eventCount = z.int().min(0);
/** What was seen of a gate when it was judged: events of its first population, and of that one's parent. It holds as long as these are the same. */
const seenSchema = z.strictObject({ count: eventCount, parentCount: eventCount });

/** What a person found of one gate in one sample. */
export const reviewSchema = z.strictObject({
  sha256: digestSchema,
  dataset: datasetSchema,
  /** The id of the gate. */
  gate: idSchema,
  verdict: z.enum(reviewVerdicts),
  ...seenSchema.shape,
  by: stampSchema.shape.by,
  at: stampSchema.shape.at,
  /** '' where it was accepted without a word. */
  reason: z.string().max(limits.text),
});
export type Review = Readonly<z.infer<typeof reviewSchema>>;

/** A plate of the session; its id stays when it is renamed. */
export const sessionPlateSchema = z.strictObject({ id: idSchema, plate: plateSchema });
export type SessionPlate = Readonly<z.infer<typeof sessionPlateSchema>>;

/** What edits change and undo brings back: everything of a session but its audit. */
export const documentSchema = z.strictObject({
  protocol: protocolSchema,
  /** How many gate ids were handed out: none is used twice. */
  gateIds: z.int().min(0),
  samples: z.array(sampleSchema).max(limits.samples),
  overrides: z.array(overrideSchema).max(limits.overrides),
  /** In their order: of those that gate, the first that a sample fits counts. All samples together are none of them. */
  groups: z.array(groupSchema).max(limits.groups),
  /** Absent before anything was judged. */
  reviews: z.array(reviewSchema).max(limits.overrides).optional(),
  /** Plates of cytotoxicity assays; absent before there was one. */
  plates: z.array(sessionPlateSchema).max(limits.plates).optional(),
});
export type SessionDocument = Readonly<z.infer<typeof documentSchema>>;

/** Names a data set by its content: what overrides are keyed by. */
export const fileKey = ({ sha256, dataset }: Pick<SampleFile, 'sha256' | 'dataset'>): string => `${sha256} ${dataset}`;

export const isOverrideOf = (override: Override, { file }: Sample): boolean => fileKey(override) === fileKey(file);
