import * as z from 'zod';
import { rule } from '../../../base/rule.ts';
import { compensationChoiceSchema } from '../../../data/compensation/compensation-choice.ts';
import { type SampleMetadata, sampleMetadataSchema } from '../../../data/metadata/sample-metadata.ts';
import { transformSchema } from '../../../data/transforms/transforms.ts';
import { gateSchema } from '../../../gating/gates/gates.ts';
import { protocolSchema } from '../../protocol/protocol.ts';
import { limits } from './session-limits.ts';

export const idSchema = z.string().min(1).max(limits.name);
/** A name that becomes a key of an object. */
export const keySchema = idSchema.refine(
  (name) => name !== '__proto__',
  rule({ en: 'this name is reserved', ja: 'この名前は予約されています' }),
);
/** Who did it, and when (ISO 8601, UTC): handed in by the host, never read from a clock here. */
export const stampSchema = z.strictObject({ at: z.iso.datetime(), by: z.string().min(1).max(limits.name) });
export type Stamp = Readonly<z.infer<typeof stampSchema>>;
const reasonSchema = z.string().min(1).max(limits.text);

/** A gate that a person placed in place of the protocol's gate or automatic step. */
export const placedGateSchema = z.strictObject({
  /** The id of the gate. */
  gate: idSchema,
  to: gateSchema,
  by: stampSchema.shape.by,
  at: stampSchema.shape.at,
  reason: reasonSchema,
});
export type PlacedGate = Readonly<z.infer<typeof placedGateSchema>>;

const metadataFields = Object.keys(sampleMetadataSchema.shape) as readonly (keyof SampleMetadata)[];
const wantedSchema = z.array(z.string().trim().min(1).max(limits.name)).min(1).max(limits.criterionValues);

/** What a sample has to be to lie in a group: one of `values` in one field; `contains` looks for a part of the text, capitals or not. */
const criterionSchema = z.strictObject({
  /** Of the metadata, or a keyword of the file. */
  of: z.union([z.enum(metadataFields as [keyof SampleMetadata]), z.strictObject({ keyword: keySchema })]),
  test: z.enum(['is', 'contains']),
  values: wantedSchema,
});
export type Criterion = Readonly<z.infer<typeof criterionSchema>>;

/** What holds for the samples of a gating group in place of what the protocol says. */
const groupOwnSchema = z.strictObject({
  gates: z.array(placedGateSchema).max(limits.overrides).optional(),
  compensation: compensationChoiceSchema.optional(),
  /** Display scales by panel id; `null`: chosen from each file though the protocol fixes one. */
  transforms: z.record(keySchema, transformSchema.nullable()).optional(),
  statistics: protocolSchema.shape.statistics.optional(),
  report: protocolSchema.shape.report.optional(),
});
export type GroupOwn = Readonly<z.infer<typeof groupOwnSchema>>;

/** Samples under one name: those that meet all criteria, whenever they do, and those that a person put there. */
export const groupSchema = z.strictObject({
  id: idSchema,
  name: z.string().trim().min(1).max(limits.name),
  /** A sample lies in one gating group at most, the first that it fits; in viewing groups, which decide no number, in any number. */
  kind: z.enum(['gating', 'viewing']),
  /** All of them have to hold; none: only samples by hand. */
  criteria: z.array(criterionSchema).max(limits.criteria),
  /** Ids of samples that were put there by hand. */
  samples: z.array(idSchema).max(limits.samples),
  own: groupOwnSchema.optional(),
});
export type SampleGroup = Readonly<z.infer<typeof groupSchema>>;
