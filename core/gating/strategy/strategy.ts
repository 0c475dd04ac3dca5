import * as z from 'zod';
import { stepSchema } from '../automatic/steps.ts';
import { gateSchema } from '../gates/gates.ts';

/**
 * The gating strategy: a tree in which gates stand below populations and populations below gates.
 * A gate's dimensions are names of the panel (a marker such as `CD3`, a scatter such as `FSC-A`) or a channel's own $PnN;
 * its coordinates are on the display scale of those channels, 0 to 1.
 */
export interface GateNode {
  /** Names the gate for good, through renames and moves: a session gives one to every gate. */
  readonly id?: string | undefined;
  readonly dimensions: readonly string[];
  /** A fixed gate, or an automatic step that finds one in each sample. */
  readonly gate: z.infer<typeof gateOrStepSchema>;
  /** Skipped, with a finding, where the panel lacks a dimension. The children of a gate that cleans then stand below its parent. */
  readonly optional?: boolean | undefined;
  /** Whether it takes out what nobody wants to count; as its step and its roles say where absent (`cleans`). */
  readonly cleaning?: boolean | undefined;
  /** Whether what is counted without it is amber at most; as its step says where absent (`isExpected`). */
  readonly expected?: boolean | undefined;
  /** What stands in for the gate where the sample lacks one of its dimensions, or a population that a boolean gate combines. */
  readonly otherwise?: StandInGate | undefined;
  /** The gate was placed by a person for this sample alone, or for its group: who, when, why, and what stands in the protocol. */
  readonly own?: OwnGate | undefined;
  /** One for each population of the gate, in the gate's order. */
  readonly populations: readonly PopulationNode[];
}

/** Another way to the same populations. */
export interface StandInGate extends Pick<GateNode, 'dimensions' | 'gate' | 'otherwise'> {}

/** A person's act: a gate in one sample, or in those of a group, in place of the protocol's. */
export interface OwnGate {
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly reason: string;
  /** The name of the group that it was placed for; absent where it was placed in one sample alone. */
  readonly group?: string | undefined;
  readonly instead: StandInGate;
}

export interface PopulationNode {
  readonly name: string;
  /** What people read in place of its name. */
  readonly title?: { readonly en: string; readonly ja: string } | undefined;
  /** What the population means to the science (composition, classifier), whatever it is called. */
  readonly role?: string | undefined;
  readonly gates?: readonly GateNode[] | undefined;
}

const gateOrStepSchema = z.union([gateSchema, stepSchema]);

const standInSchema: z.ZodType<StandInGate> = z.lazy(() =>
  z.strictObject({ dimensions: z.array(z.string().min(1)), gate: gateOrStepSchema, otherwise: standInSchema.optional() }),
);

const ownGateSchema = z.strictObject({
  by: z.string().min(1),
  at: z.iso.datetime(),
  reason: z.string().min(1),
  group: z.string().min(1).optional(),
  instead: standInSchema,
});

export const gateNodeSchema: z.ZodType<GateNode> = z.lazy(() =>
  z.strictObject({
    id: z.string().min(1).optional(),
    dimensions: z.array(z.string().min(1)),
    gate: gateOrStepSchema,
    optional: z.boolean().optional(),
    cleaning: z.boolean().optional(),
    expected: z.boolean().optional(),
    otherwise: standInSchema.optional(),
    own: ownGateSchema.optional(),
    populations: z.array(populationNodeSchema).min(1),
  }),
);

const populationNodeSchema: z.ZodType<PopulationNode> = z.lazy(() =>
  z.strictObject({
    name: z
      .string()
      .min(1)
      .regex(/^[^/]*$/, 'a population name holds no "/"'),
    title: z.strictObject({ en: z.string().min(1), ja: z.string().min(1) }).optional(),
    role: z.string().optional(),
    gates: z.array(gateNodeSchema).optional(),
  }),
);
