import type { Gate } from '../../../gating/gates/gates.ts';
import { element, type XmlElement } from '../../xml/tree.ts';
import { namesInfo } from './info.ts';

/** What a gate needs to be written: its dimensions as attributes and children, and ids. */
export interface GateContext {
  readonly id: string;
  readonly parent: string | undefined;
  readonly populations: readonly string[];
  readonly dimensions: readonly DimensionParts[];
  readonly newId: (wanted: string) => string;
  readonly refOf: (path: string) => string;
  readonly info: readonly XmlElement[];
  /** What populations are called whose ids cannot say so. */
  readonly names: ReadonlyMap<string, string>;
}

export interface DimensionParts {
  /** A bound at or below this holds nothing back. */
  readonly lowest: number;
  readonly attributes: { readonly [name: string]: string | undefined };
  readonly child: XmlElement;
}

/** A gate of the document before its references are followed. */
export interface ReadGate {
  readonly id: string;
  readonly parent: string | undefined;
  readonly element: XmlElement;
  /** The elements that name its dimensions, in order. */
  readonly dimensions: readonly XmlElement[];
  readonly shape: ReadShape;
}

export type ReadShape =
  | { readonly gate: Gate; readonly populations: readonly string[] }
  | { readonly operation: 'and' | 'or'; readonly operands: readonly Operand[] };

export interface Operand {
  readonly ref: string;
  readonly complement: boolean;
  readonly element: XmlElement;
}

/** The elements of a gate whose coordinates are already those of its written dimensions. More than one where it takes several to say it. */
export type GateWriter<G> = (gate: G, context: GateContext) => readonly XmlElement[];

/** A gate element of the standard: which elements it holds, and how it is read. */
export interface GateReader {
  readonly read: (element: XmlElement, id: string, dimensions: readonly XmlElement[]) => ReadShape;
  /** The element that names a dimension; empty where there is none. */
  readonly dimension: string;
  readonly children: readonly string[];
}

export const headOf = ({ id, parent }: GateContext) => ({ 'gating:id': id, 'gating:parent_id': parent });

/** What stands first in a gate: what was kept, and names of these populations. */
export const infoOf = ({ info, names, id }: GateContext, populations: readonly string[] = [id]): readonly XmlElement[] => [
  ...info,
  ...namesInfo(
    populations.flatMap((population) => (names.has(population) ? [[population, names.get(population) as string] as const] : [])),
  ),
];

export const plainDimensions = ({ dimensions }: GateContext): readonly XmlElement[] =>
  dimensions.map(({ attributes, child }) => element('gating:dimension', attributes, [child]));

export const coordinateElements = (values: readonly number[]): readonly XmlElement[] =>
  values.map((value) => element('gating:coordinate', { 'data-type:value': value }));

/** A shape, or the events outside: the shape itself under another id, and its complement below the parent. */
export function writeSided<G extends { readonly outside?: true | undefined }>(
  gate: G,
  context: GateContext,
  write: (gate: G, context: GateContext) => XmlElement,
): readonly XmlElement[] {
  if (!gate.outside) return [write(gate, context)];
  const inside = context.newId(`${context.id}_inside`);
  const reference = element('gating:gateReference', { 'gating:ref': inside });
  return [
    write(gate, { ...context, id: inside, parent: undefined, info: [] }),
    element('gating:BooleanGate', headOf(context), [...infoOf(context), element('gating:not', {}, [reference])]),
  ];
}
