import type * as z from 'zod';
import type { Sentence } from '../../../base/message.ts';
import type { PieceTable } from './pieces.ts';

/** A pair of inverse functions between a linear value and the display scale (0 to 1 over the transform's range). */
export interface Scale {
  /** NaN in, NaN out; values outside the range go below 0 or above 1. A log scale gives -Infinity at and below 0. */
  readonly scale: (value: number) => number;
  readonly unscale: (position: number) => number;
  /** The same by polynomials, where it has them, for whole columns. */
  readonly pieces?: PieceTable;
}

/** The channels of FlowJo's display, where a kind has its own. */
export interface DisplayChannels {
  readonly channels: number;
  readonly channelOf: (value: number) => number;
  readonly lowest: number;
}

/** The parameters that scales of several kinds have in common: the top, and the decades below it. */
interface Extent {
  readonly T: number;
  readonly M: number;
}

/** A kind of transform: data apart from behaviour, all of it in one record, but for what XML and React make of it. */
export interface TransformKind<P> {
  readonly schema: z.ZodType<P>;
  readonly words: Sentence;
  /** Precomputes what depends on the parameters alone. The parameters have passed the schema. */
  readonly compile: (params: P) => Scale;
  /** Straight edges of linear values are straight on it. */
  readonly isStraight: boolean;
  /** Dyes are shown on it, which a linear scale does not part: that is for scatter and time. */
  readonly isForDyes: boolean;
  /** Marks at round numbers, or at decades; with or without a place for 0 and below. */
  readonly marks: 'round' | 'decades' | 'positive-decades';
  /** What a plot shows of it, by the position of the linear value 0. */
  readonly shown: (zero: number) => { readonly min: number; readonly max: number };
  /** The usual scale of the kind in the place of another one; a kind without is not chosen by hand. */
  readonly usual?: (of: Extent) => P;
  /** As samples are shown side by side, whatever their values: it follows from the range of the channel alone. */
  readonly sideBySide?: (params: P) => P;
  /** The same positions of values that are so many times as large. */
  readonly stretched?: (params: P, factor: number) => P;
  /** It comes from FlowJo, whose gates have linear coordinates. */
  readonly isOfFlowjo?: true;
  /** For FlowJo an event beyond these ends of the axis lies at the end. */
  readonly closedEnds?: 'both' | 'low';
  readonly display?: (params: P) => DisplayChannels;
}

/** What a plot shows of most scales: a little below 0, and its top. */
export const aroundZero = (zero: number) => ({ min: Math.min(-0.02, zero - 0.1), max: 1.02 });

/** Linear values as they are. One object, so that a column need not be copied to be scaled by it. */
export const identityScale: Scale = { scale: (value) => value, unscale: (position) => position };
