import type { Gate } from '../../../gating/gates/gates.ts';
import { coordinatesOf } from '../../gating-ml/gates/drawn.ts';
import { childrenNamed, element, type XmlElement } from '../../xml/tree.ts';

/** Channels of FlowJo's display, in which ellipses are stored. */
export const DISPLAY_CHANNELS = 256;

/** How a gate's numbers are to be taken. */
export type Drawing =
  /** Ranges: linear values. */
  | 'ranges'
  /** Vertices: linear values, with edges straight on the scale. */
  | 'vertices'
  /** Positions on the scale. */
  | 'positions';

/** What every gate element says, and the names of its dimensions. */
export interface GateParts {
  readonly common: { readonly [name: string]: string | number };
  readonly id: string;
  readonly dimensions: readonly XmlElement[];
}

/** A gate element of FlowJo; undefined where it holds what no gate does. */
export interface GateReader<G extends Gate = Gate> {
  readonly drawing: Drawing;
  /** It can mean the events outside. */
  readonly hasOutside: boolean;
  readonly read: (element: XmlElement) => G | undefined;
}

/** A kind that FlowJo has. */
export interface GateForm<G> {
  /** Stored on FlowJo's scale, not in linear values. */
  readonly isOnScale?: true;
  /** One for each population, where FlowJo has a gate for each. */
  readonly split?: (gate: G) => readonly G[];
  readonly write: (gate: G, parts: GateParts) => XmlElement;
}

export const plainDimensions = ({ dimensions }: GateParts): readonly XmlElement[] =>
  dimensions.map((child) => element('gating:dimension', {}, [child]));

type Pair = readonly [number, number];

export const pointElement = (point: Pair): XmlElement =>
  element(
    'gating:vertex',
    {},
    point.map((value) => element('gating:coordinate', { 'data-type:value': value })),
  );

export const pointsOf = (list: XmlElement | undefined): readonly [number, number][] =>
  (list === undefined ? [] : childrenNamed(list, 'vertex')).map((vertex): [number, number] => {
    const [x, y] = coordinatesOf(vertex, 2);
    return [x!, y!];
  });
