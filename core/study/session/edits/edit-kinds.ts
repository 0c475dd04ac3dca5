import * as z from 'zod';
import { checkDocumentOf } from '../../../base/json-document.ts';
import { rule } from '../../../base/rule.ts';
import { profileSetSchema } from '../../../biology/profiles/profile-set.ts';
import { sampleMetadataSchema } from '../../../data/metadata/sample-metadata.ts';
import { transformSchema } from '../../../data/transforms/transforms.ts';
import { stepSchema } from '../../../gating/automatic/steps.ts';
import { gateSchema } from '../../../gating/gates/gates.ts';
import { gateNodeSchema } from '../../../gating/strategy/strategy.ts';
import { protocolSchema } from '../../protocol/protocol.ts';
import { idSchema, sampleFileSchema, sampleSchema } from '../document/session-document.ts';
import { limits } from '../document/session-limits.ts';

const pathSchema = z.string().max(limits.text);
/** A name that becomes a key of an object. */
const keySchema = idSchema.refine((name) => name !== '__proto__', rule({ en: 'this name is reserved', ja: 'この名前は予約されています' }));

/** `protocol`: for every sample that has no version of its own. Else this sample's own version, with the reason for it. */
const scopeSchema = z.union([
  z.literal('protocol'),
  z.strictObject({ sample: idSchema, reason: z.string().trim().min(1).max(limits.text) }),
]);

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
  /** Below another population, with everything below it; its versions of single samples go with it. */
  z.strictObject({ type: z.literal('gate/move'), gate: idSchema, parent: pathSchema }),
] as const;

/** Everything that a person can do to a session, as plain data. To add one: a line here, one in edits.ts; the compiler asks for both. */
export const editSchemas = [
  z.strictObject({ type: z.literal('protocol/replace'), protocol: protocolSchema }),
  z.strictObject({ type: z.literal('sample/add'), samples: z.array(sampleSchema).min(1).max(limits.samples) }),
  z.strictObject({ type: z.literal('sample/remove'), samples: z.array(idSchema).min(1).max(limits.samples) }),
  /** The same bytes under a new name or path. */
  z.strictObject({ type: z.literal('sample/relink'), sample: idSchema, file: sampleFileSchema }),
  z.strictObject({ type: z.literal('sample/metadata'), sample: idSchema, metadata: sampleMetadataSchema }),
  ...gateEditSchemas,
  /** Several changes of gates that a person made as one: done and undone together. */
  z.strictObject({
    type: z.literal('gates/change'),
    edits: z.array(z.discriminatedUnion('type', gateEditSchemas)).min(1).max(limits.samples),
  }),
  /** `null`: chosen from each file again. */
  z.strictObject({ type: z.literal('transform/set'), entry: keySchema, transform: transformSchema.nullable() }),
  z.strictObject({ type: z.literal('compensation/set'), compensation: protocolSchema.shape.compensation }),
  /** The profiles that samples are classified by; the gates stay. */
  z.strictObject({ type: z.literal('profiles/set'), profiles: profileSetSchema }),
  /** The plots that sessions with this protocol begin with; `null`: one a gate again. */
  z.strictObject({ type: z.literal('plots/set'), plots: protocolSchema.shape.plots.unwrap().nullable() }),
  /** `null`: found by its labels again. */
  z.strictObject({ type: z.literal('panel/pin'), entry: idSchema, channel: idSchema.nullable() }),
] as const;

const editSchema = z.discriminatedUnion('type', editSchemas);
export type Edit = Readonly<z.infer<typeof editSchema>>;
export type EditOf<Type extends Edit['type']> = Extract<Edit, { readonly type: Type }>;

/** Takes an edit from outside. Throws `edit-invalid` with the place in it. */
export const parseEdit = (edit: unknown): Edit =>
  checkDocumentOf(edit, { code: 'edit-invalid', name: { en: 'change', ja: '変更内容' }, schema: editSchema });
