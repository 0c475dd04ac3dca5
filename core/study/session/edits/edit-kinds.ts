import * as z from 'zod';
import { checkDocumentOf } from '../../../base/json-document.ts';
import { rule } from '../../../base/rule.ts';
import { profileSetSchema } from '../../../biology/profiles/profile-set.ts';
import { sampleMetadataSchema } from '../../../data/metadata/sample-metadata.ts';
import { transformSchema } from '../../../data/transforms/transforms.ts';
import { stepSchema } from '../../../gating/automatic/steps.ts';
import { gateSchema } from '../../../gating/gates/gates.ts';
import { gateNodeSchema } from '../../../gating/strategy/strategy.ts';
import { plateSchema } from '../../killing/plate.ts';
import { protocolSchema } from '../../protocol/protocol.ts';
import { residualPlanSchema } from '../../residual/residual-plan.ts';
import { groupSchema, idSchema, keySchema } from '../document/group.ts';
import { reviewSchema, reviewVerdicts, sampleFileSchema, sampleSchema, sessionPlateSchema } from '../document/session-document.ts';
import { limits } from '../document/session-limits.ts';

const pathSchema = z.string().max(limits.text);
const reasonSchema = z.string().trim().min(1).max(limits.text);

/** `protocol`: for every sample that neither has a version of its own nor a group that has. Else the own version of a sample or of a gating group, and why. */
const scopeSchema = z.union([
  z.literal('protocol'),
  z.strictObject({ sample: idSchema, reason: reasonSchema }),
  z.strictObject({ group: idSchema, reason: reasonSchema }),
]);
/** Absent: for all; else for a gating group. */
const groupScopeSchema = z.strictObject({ group: idSchema }).optional();

/** What files say for the keywords that a group asks for, by sample. */
const saidSchema = z
  .array(z.strictObject({ sample: idSchema, values: sampleSchema.shape.keywords.unwrap() }))
  .max(limits.samples)
  .optional();
const { id: _, own: _own, ...ofGroup } = groupSchema.shape;

const groupEditSchemas = [
  z.strictObject({
    type: z.literal('group/add'),
    group: groupSchema.omit({ own: true }),
    position: z.int().min(0).optional(),
    keywords: saidSchema,
  }),
  z.strictObject({ type: z.literal('group/change'), group: idSchema, ...z.strictObject(ofGroup).partial().shape, keywords: saidSchema }),
  /** With everything that it holds of its own. */
  z.strictObject({ type: z.literal('group/remove'), group: idSchema }),
  /** All groups, in their new order: the first gating group that a sample fits is the one that counts. */
  z.strictObject({ type: z.literal('group/order'), groups: z.array(idSchema).max(limits.groups) }),
  /** `null`: what all have, again. */
  z.strictObject({
    type: z.literal('group/own'),
    group: idSchema,
    statistics: protocolSchema.shape.statistics.nullable().optional(),
    report: protocolSchema.shape.report.nullable().optional(),
  }),
] as const;

const gateEditSchemas = [
  /** `parent` is a population's path, '' for all events; `position` counts among the parent's gates, last if absent. */
  z.strictObject({ type: z.literal('gate/add'), parent: pathSchema, node: gateNodeSchema, position: z.int().min(0).optional() }),
  /** `dimensions` only where the protocol's gate moves to other ones. */
  z.strictObject({
    type: z.literal('gate/change'),
    gate: idSchema,
    to: z.union([gateSchema, stepSchema]),
    dimensions: z.array(keySchema).optional(),
    scope: scopeSchema,
  }),
  z.strictObject({ type: z.literal('gate/rename'), population: pathSchema, name: z.string().max(limits.name) }),
  /** With everything below it. */
  z.strictObject({ type: z.literal('gate/remove'), gate: idSchema }),
  /** Back to the protocol's gate in one sample. */
  z.strictObject({ type: z.literal('gate/revert-override'), gate: idSchema, sample: idSchema }),
  /** Back to the protocol's gate in a gating group. */
  z.strictObject({ type: z.literal('gate/revert-group'), gate: idSchema, group: idSchema }),
  /** Below another population, with everything below it; its versions of single samples go with it. */
  z.strictObject({ type: z.literal('gate/move'), gate: idSchema, parent: pathSchema }),
] as const;

const plateEditSchemas = [
  z.strictObject({ type: z.literal('plate/add'), ...sessionPlateSchema.shape }),
  z.strictObject({ type: z.literal('plate/remove'), id: idSchema }),
  /** What is said of the whole plate; `null`: no more said. */
  z.strictObject({
    type: z.literal('plate/change'),
    id: idSchema,
    name: plateSchema.shape.name.optional(),
    date: plateSchema.shape.date.unwrap().nullable().optional(),
    hours: plateSchema.shape.hours.unwrap().nullable().optional(),
    targetViability: plateSchema.shape.targetViability.unwrap().nullable().optional(),
    assay: plateSchema.shape.assay.unwrap().optional(),
    effectors: plateSchema.shape.effectors.optional(),
  }),
  /** Wells as they are now, in place of what was said of them; those that are cleared hold nothing. */
  z.strictObject({
    type: z.literal('plate/wells'),
    id: idSchema,
    wells: plateSchema.shape.wells,
    cleared: z.array(idSchema).max(384).optional(),
    /** What the FCS files of these wells were gated by. */
    gates: plateSchema.shape.gates,
    /** Hours of the series of these wells. */
    times: plateSchema.shape.times,
  }),
] as const;

/** Everything that a person can do to a session, as plain data. To add one: a line here, one in edits.ts; the compiler asks for both. */
export const editSchemas = [
  z.strictObject({ type: z.literal('protocol/replace'), protocol: protocolSchema }),
  z.strictObject({ type: z.literal('sample/add'), samples: z.array(sampleSchema).min(1).max(limits.samples) }),
  z.strictObject({ type: z.literal('sample/remove'), samples: z.array(idSchema).min(1).max(limits.samples) }),
  /** The same bytes under a new name or path. */
  z.strictObject({ type: z.literal('sample/relink'), sample: idSchema, file: sampleFileSchema }),
  z.strictObject({ type: z.literal('sample/metadata'), sample: idSchema, metadata: sampleMetadataSchema }),
  /** The metadata of several samples, entered as one. */
  z.strictObject({
    type: z.literal('samples/metadata'),
    samples: z
      .array(z.strictObject({ sample: idSchema, metadata: sampleMetadataSchema }))
      .min(1)
      .max(limits.samples),
  }),
  ...groupEditSchemas,
  ...gateEditSchemas,
  ...plateEditSchemas,
  /** Several changes of gates that a person made as one: done and undone together. */
  z.strictObject({
    type: z.literal('gates/change'),
    edits: z.array(z.discriminatedUnion('type', gateEditSchemas)).min(1).max(limits.samples),
  }),
  /** `null`: chosen from each file again; `inherited`, of a group alone: as all have it. */
  z.strictObject({
    type: z.literal('transform/set'),
    entry: keySchema,
    transform: z.union([transformSchema, z.literal('inherited')]).nullable(),
    scope: groupScopeSchema,
  }),
  /** `null`, of a group alone: as all have it. */
  z.strictObject({
    type: z.literal('compensation/set'),
    compensation: protocolSchema.shape.compensation.nullable(),
    scope: groupScopeSchema,
  }),
  /** One gate judged in samples; `open` takes the judgement back. Sent back only with a reason. */
  z
    .strictObject({
      type: z.literal('gate/review'),
      gate: idSchema,
      verdict: z.enum([...reviewVerdicts, 'open']),
      samples: z
        .array(z.strictObject({ sample: idSchema, ...reviewSchema.pick({ count: true, parentCount: true }).shape }))
        .min(1)
        .max(limits.samples),
      reason: z.string().trim().max(limits.text),
    })
    .refine(
      ({ verdict, reason }) => verdict !== 'returned' || reason !== '',
      rule({ en: 'a gate is sent back with a reason', ja: '差し戻しには理由の入力が必要です' }),
    ),
  /** The profiles that samples are classified by; the gates stay. */
  z.strictObject({ type: z.literal('profiles/set'), profiles: profileSetSchema }),
  /** The plots that sessions with this protocol begin with; `null`: one a gate again. */
  z.strictObject({ type: z.literal('plots/set'), plots: protocolSchema.shape.plots.unwrap().nullable() }),
  /** How residual cells are looked for; `null`: not at all. */
  z.strictObject({ type: z.literal('residual/set'), plan: residualPlanSchema.nullable() }),
  /** `null`: found by its labels again. */
  z.strictObject({ type: z.literal('panel/pin'), entry: idSchema, channel: idSchema.nullable() }),
] as const;

const editSchema = z.discriminatedUnion('type', editSchemas);
export type Edit = Readonly<z.infer<typeof editSchema>>;
export type EditOf<Type extends Edit['type']> = Extract<Edit, { readonly type: Type }>;

/** Takes an edit from outside. Throws `edit-invalid` with the place in it. */
export const parseEdit = (edit: unknown): Edit =>
  checkDocumentOf(edit, { code: 'edit-invalid', name: { en: 'change', ja: '変更内容' }, schema: editSchema });
