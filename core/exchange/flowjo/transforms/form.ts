import type { Transform } from '../../../data/transforms/transforms.ts';
import { element, type XmlElement } from '../../xml/tree.ts';

/** A scale that FlowJo has, the same positions under one that it has, or one with other positions that stands in for it. */
export type ScaleForm<T> =
  | { readonly write: (transform: T, parameter: XmlElement, step: number) => XmlElement }
  | { readonly as: (transform: T) => Transform }
  | { readonly like: (transform: T) => Transform };

type NumberOf = (name: string, fallback?: number) => number | undefined;

/** A scale element of FlowJo, by its numbers; what it gives is yet to pass the kind's schema. */
export interface ScaleReader {
  readonly read: (number: NumberOf) => { readonly [name: string]: unknown };
  /** The gain of time on it is the length of one step. */
  readonly hasGain?: true;
  /** Straight edges are straight on it, whatever its range. */
  readonly isStraight?: true;
}

export const DISPLAY_LENGTH = { 'transforms:length': 256 };

export const scaleElement = (name: string, attributes: { readonly [name: string]: string | number }, parameter: XmlElement): XmlElement =>
  element(`transforms:${name}`, attributes, [parameter]);
