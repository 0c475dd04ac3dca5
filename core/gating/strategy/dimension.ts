import * as z from 'zod';
import { rule } from '../../base/rule.ts';
import { boundsSchema } from '../../data/transforms/bounded-scale.ts';
import { transformSchema } from '../../data/transforms/transforms.ts';
import { timeStepSchema } from './time-step.ts';

/**
 * A dimension that gates are drawn in, named once and for all: which values, compensated by what, on which scale (Gating-ML 2.0
 * section 4). A gate in it stays where it is whatever the display shows, and can never be evaluated on other values.
 * A dimension of the panel (`CD3`, `FSC`) needs no entry: it is a channel with the protocol's compensation on its display scale.
 */
const valuesSchema = {
  /** `uncompensated`, `FCS` (the file's own matrix, if it brings one), or the name of a matrix of the protocol. */
  compensation: z.string().min(1),
  transform: transformSchema.optional(),
  /** What the scale is held between. */
  bounds: boundsSchema.optional(),
  /** `linear`: the numbers of a gate are linear values, put on the scale to be compared; its edges are straight on the scale. */
  coordinates: z.literal('linear').optional(),
};

export const dimensionSchema = z.union([
  /** A dimension of the panel, with the protocol's compensation, on a scale of its own: what the display shows may be another. */
  z.strictObject({
    panel: z.string().min(1),
    /** Chosen from each file where absent. */
    transform: transformSchema.optional(),
    coordinates: z.literal('linear').optional(),
  }),
  z.strictObject({
    /** $PnN of a channel, or a fluorochrome of the matrix. */
    channel: z.string().min(1),
    ...valuesSchema,
    /** Drawn on compensated values: a file that brings nothing to compensate them by is refused, not taken as it is. */
    compensated: z.literal(true).optional(),
    /** Values as they are stored, not divided by $PnG. */
    gain: z.literal('ignored').optional(),
    /** Time, in seconds. */
    step: timeStepSchema.optional(),
  }),
  z.strictObject({
    /** A (numerator - B) / (denominator - C), held between its own bounds before any scale. */
    ratio: z.strictObject({
      numerator: z.string().min(1),
      denominator: z.string().min(1),
      A: z.number(),
      B: z.number(),
      C: z.number(),
      bounds: boundsSchema.optional(),
    }),
    ...valuesSchema,
  }),
]);
export type Dimension = z.infer<typeof dimensionSchema>;
/** A dimension that says itself where its values come from. */
export type ExplicitDimension = Exclude<Dimension, { panel: unknown }>;

/** A matrix that dimensions name: a row for each fluorochrome, a column for each detector ($PnN), so observed = true x matrix. */
export const namedMatrixSchema = z
  .strictObject({
    fluorochromes: z.array(z.string().min(1)).min(1),
    detectors: z.array(z.string().min(1)).min(1),
    matrix: z.array(z.array(z.number())).min(1),
    /** The matrix is the inverse already: a row for each detector, a column for each fluorochrome. */
    inverted: z.literal(true).optional(),
  })
  .refine(
    ({ fluorochromes, detectors, matrix, inverted }) => {
      const [rows, columns] = inverted ? [detectors.length, fluorochromes.length] : [fluorochromes.length, detectors.length];
      return matrix.length === rows && matrix.every((row) => row.length === columns);
    },
    rule({
      en: 'a matrix has a row for each fluorochrome and a column for each detector',
      ja: '行列には蛍光色素ごとの行と検出器ごとの列が必要です',
    }),
  )
  .refine(
    ({ fluorochromes, detectors }) => fluorochromes.length <= detectors.length,
    rule({ en: 'a matrix has at least as many detectors as fluorochromes', ja: '行列の検出器の数は蛍光色素の数以上でなければなりません' }),
  )
  .refine(
    ({ fluorochromes, detectors }) => isDistinct(fluorochromes) && isDistinct(detectors),
    rule({ en: 'fluorochromes and detectors of a matrix stand once each', ja: '行列に同じ蛍光色素または検出器を2回記載できません' }),
  );
export type NamedMatrix = z.infer<typeof namedMatrixSchema>;

const isDistinct = (names: readonly string[]): boolean => new Set(names).size === names.length;

export type NamedMatrices = { readonly [name: string]: NamedMatrix };
export type ExplicitDimensions = { readonly [name: string]: ExplicitDimension };
