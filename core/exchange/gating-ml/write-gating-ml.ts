import { type Gate, hasSlantedPieces, isFixed, kindOf, mapCoordinates } from '../../gating/gates/gates.ts';
import type { ExplicitDimension, NamedMatrix } from '../../gating/strategy/dimension.ts';
import type { GateNode } from '../../gating/strategy/strategy.ts';
import { layOutStrategy } from '../../gating/strategy/strategy-layout.ts';
import type { ImportedStrategy, InterchangeNote } from '../strategy/imported-strategy.ts';
import { nameOutside } from '../strategy/population-names.ts';
import { unrepresentable } from '../strategy/representable.ts';
import { namespaces } from '../xml/known-namespaces.ts';
import { prefixesOf, withOwnNamespace } from '../xml/namespaces.ts';
import { attributeOf, element, isElement, type XmlElement } from '../xml/tree.ts';
import { writeXml } from '../xml/write.ts';
import type { DimensionParts, GateContext } from './gates/form.ts';
import { canWrite, namesPopulations, writeGate } from './gates/gate-forms.ts';
import { namesGate, renamed } from './gates/info.ts';
import { type WrittenDimension, writeDimension, writeRatio, writeTransformation } from './write-dimensions.ts';
import { openIds } from './write-ids.ts';

export interface WrittenDocument {
  readonly text: string;
  /** What the format cannot hold, or holds as something else. */
  readonly notes: readonly InterchangeNote[];
}

/** A strategy as a Gating-ML 2.0 document: read again, it holds the same events. See `explicitStrategy` for one of a protocol. */
export function writeGatingMl({ strategy, dimensions, matrices, kept }: ImportedStrategy): WrittenDocument {
  const isDefined = (compensation: string) =>
    compensation === 'FCS' || compensation === 'uncompensated' || Object.hasOwn(matrices, compensation);
  const dropped = unrepresentable(strategy, (node) => written(node) !== undefined);
  const notes: InterchangeNote[] = [...dropped.values()].flat().map((about) => ({ code: 'population-unrepresentable', about }));
  const newId = openIds();
  // what is written again as it stood keeps its ids
  for (const { element: own } of kept) if (attributeOf(own, 'id') !== undefined) newId(attributeOf(own, 'id') ?? '');
  const transforms = openTransforms(newId);
  const matrixIds = new Map(Object.keys(matrices).map((name) => [name, newId(name)]));
  const slots = layOutStrategy(strategy, () => []);
  const ids = new Map<string, string>();
  for (const { gate, path, node } of slots.populations) if (!dropped.has(gate.node) && !ids.has(path)) ids.set(path, newId(node.name));

  const names = new Map(
    slots.populations.flatMap(({ path, node }) => {
      const id = ids.get(path);
      return id === undefined || id === nameOutside(node.name) ? [] : [[id, nameOutside(node.name)] as const];
    }),
  );

  /** The dimensions of a node and its gate in their coordinates; undefined where the format has no such thing. */
  function written(node: GateNode): { readonly gate: Gate; readonly dimensions: readonly WrittenDimension[] } | undefined {
    if (!isFixed(node.gate) || !canWrite(node.gate)) return undefined;
    const { isUpright } = kindOf(node.gate);
    const parts = node.dimensions.map((name) =>
      Object.hasOwn(dimensions, name) ? writeDimension(dimensions[name] as ExplicitDimension, isUpright) : undefined,
    );
    if (parts.some((part) => part === undefined || !isDefined(part.compensation))) return undefined;
    const known = parts as readonly WrittenDimension[];
    const gate = mapCoordinates(
      node.gate,
      known.map(({ map }) => map),
    );
    return gate === undefined ? undefined : { gate, dimensions: known };
  }

  function partsOf(dimension: WrittenDimension): DimensionParts {
    const { compensation, transform, bounds, values } = dimension;
    const isRatio = !('children' in values);
    return {
      lowest: dimension.lowest,
      attributes: {
        'gating:compensation-ref': matrixIds.get(compensation) ?? compensation,
        'gating:transformation-ref':
          transform && transforms.idOf(JSON.stringify([transform, bounds]), 'Scale', (id) => writeTransformation(id, transform, bounds)),
      },
      child: isRatio
        ? element('data-type:new-dimension', {
            'data-type:transformation-ref': transforms.idOf(JSON.stringify(values), 'Ratio', (id) => writeRatio(id, values.ratio)),
          })
        : values,
    };
  }

  const gates: XmlElement[] = [];
  const done = new Set<GateNode>();
  for (const { gate: slot, path } of slots.populations) {
    const { node, parent } = slot;
    const form = dropped.has(node) || done.has(node) ? undefined : written(node);
    done.add(node);
    if (form === undefined) continue;
    const isMany = node.populations.length > 1 || namesPopulations(form.gate);
    const populations = node.populations.map(({ name }) => ids.get(parent === undefined ? name : `${parent.path}/${name}`) ?? '');
    const info = kept.filter(({ owner }) => owner !== '' && owner === node.id).map((entry) => withOwnNamespace(entry.element));
    const [only, ...others] = node.populations.map(({ name }) => nameOutside(name));
    const context: GateContext = {
      id: isMany ? newId(node.id ?? 'Quadrants') : (ids.get(path) ?? ''),
      parent: parent && ids.get(parent.path),
      populations,
      dimensions: form.dimensions.map(partsOf),
      newId,
      refOf: (operand) => ids.get(slots.find(operand, parent)?.path ?? '') ?? '',
      info: others.length === 0 ? info.map((element) => renamed(element, only ?? '')) : info,
      names: info.some(namesGate) ? new Map() : names,
    };
    const elements = writeGate(form.gate, context);
    if (elements.length > 1) notes.push({ code: hasSlantedPieces(form.gate) ? 'written-as-polygons' : 'written-otherwise', about: path });
    gates.push(...elements);
  }
  const own = kept.filter(({ owner }) => owner === '').map((entry) => withOwnNamespace(entry.element));
  const info = own.filter(({ local }) => local === 'custom_info');
  const others = own.filter(({ local }) => local !== 'custom_info');
  const root = element(
    'gating:Gating-ML',
    Object.fromEntries(Object.entries(namespaces).map(([prefix, uri]) => [`xmlns:${prefix}`, uri])),
    [
      ...info,
      ...others,
      ...transforms.elements(),
      ...Object.entries(matrices).map(([name, matrix]) => writeMatrix(matrixIds.get(name) ?? '', matrix)),
      ...gates,
    ],
  );
  const prefixes = prefixesOf(root.children.filter(isElement), new Set(Object.keys(namespaces)));
  return { text: writeXml({ ...root, attributes: [...root.attributes, ...prefixes] }), notes };
}

/** Each transformation is written once, under one id. */
function openTransforms(newId: (wanted: string) => string) {
  const known = new Map<string, { readonly id: string; readonly element: XmlElement }>();
  return {
    idOf(content: string, wanted: string, make: (id: string) => XmlElement): string {
      const found = known.get(content);
      if (found !== undefined) return found.id;
      const id = newId(`${wanted}_${known.size + 1}`);
      known.set(content, { id, element: make(id) });
      return id;
    },
    elements: () => [...known.values()].map((entry) => entry.element),
  };
}

function writeMatrix(id: string, { fluorochromes, detectors, matrix, inverted }: NamedMatrix): XmlElement {
  const names = (list: readonly string[]) => list.map((name) => element('data-type:fcs-dimension', { 'data-type:name': name }));
  return element(
    'transforms:spectrumMatrix',
    { 'transforms:id': id, 'transforms:matrix-inverted-already': inverted ? 'true' : undefined },
    [
      element('transforms:fluorochromes', {}, names(fluorochromes)),
      element('transforms:detectors', {}, names(detectors)),
      ...matrix.map((row) =>
        element(
          'transforms:spectrum',
          {},
          row.map((value) => element('transforms:coefficient', { 'transforms:value': value })),
        ),
      ),
    ],
  );
}
