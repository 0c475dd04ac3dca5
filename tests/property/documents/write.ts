import type { Random } from '../../../test-data/random.ts';
import type { Bounds, DimensionModel, DocumentModel, GateModel } from './model.ts';

/** The document as one of the ways in which programs write such: prefixes, order of attributes, layout, comments, encoding. */
export function writeDocument(document: DocumentModel, random: Random): Uint8Array {
  const [g, t, d] = random.chance(0.3) ? (['x:', 'y:', 'z:'] as const) : (['gating:', 'transforms:', 'data-type:'] as const);
  const bare = random.chance(0.2);
  const attributes = (prefix: string, values: { readonly [name: string]: string | number | undefined }): string => {
    const list = Object.entries(values).flatMap(([name, value]) =>
      value === undefined
        ? []
        : [` ${bare ? '' : prefix}${name}="${typeof value === 'number' ? numberText(value, random) : escaped(value)}"`],
    );
    return (random.chance(0.5) ? list : list.reverse()).join('');
  };
  const layout = random.chance(0.5) ? '\n' : '';
  const bounds = ({ min, max }: Bounds) => ({ boundMin: min, boundMax: max });
  const comment = (): string => (random.chance(0.1) ? '<!-- as it came -->' : '');
  const named = (name: string): string => `<${d}fcs-dimension${attributes(d, { name })}/>`;
  const transformation = (id: string, of: Bounds, formula: string): string =>
    `<${t}transformation${attributes(t, { id, ...bounds(of) })}>${formula}</${t}transformation>${layout}`;
  const values = ({ ratio, name }: DimensionModel): string =>
    ratio === undefined ? named(name!) : `<${d}new-dimension${attributes(d, { 'transformation-ref': ratio })}/>`;
  const reference = ({ compensation, scale }: DimensionModel) => ({ 'compensation-ref': compensation, 'transformation-ref': scale });
  const dimension = (of: DimensionModel, range: Bounds = {}): string =>
    `<${g}dimension${attributes(g, { ...reference(of), ...range })}>${values(of)}</${g}dimension>${layout}`;
  const coordinate = (value: number): string => `<${g}coordinate${attributes(d, { value })}/>`;

  const parts = [
    ...document.scales.map(({ id, scale: { formula, ...parameters }, bounds: of }) =>
      transformation(id, of, `<${t}${formula}${attributes(t, parameters)}/>`),
    ),
    ...document.ratios.map(({ id, numerator, denominator, bounds: of, ...factors }) =>
      transformation(id, of, `<${t}fratio${attributes(t, factors)}>${named(numerator)}${named(denominator)}</${t}fratio>`),
    ),
    ...document.matrices.map(
      ({ id, fluorochromes, detectors, matrix, inverted }) =>
        `<${t}spectrumMatrix${attributes(t, { id, ...(inverted ? { 'matrix-inverted-already': 'true' } : {}) })}><${t}fluorochromes>${fluorochromes.map(named).join('')}</${t}fluorochromes><${t}detectors>${detectors.map(named).join('')}</${t}detectors>${matrix
          .map((row) => `<${t}spectrum>${row.map((value) => `<${t}coefficient${attributes(t, { value })}/>`).join('')}</${t}spectrum>`)
          .join('')}</${t}spectrumMatrix>${layout}`,
    ),
    ...document.gates.map((gate) => comment() + writeGate(gate)),
  ];
  const text = `<?xml version="1.0" encoding="ENCODING"?>${layout}<${g}Gating-ML xmlns:${g.slice(0, -1)}="http://www.isac-net.org/std/Gating-ML/v2.0/gating" xmlns:${t.slice(0, -1)}="http://www.isac-net.org/std/Gating-ML/v2.0/transformations" xmlns:${d.slice(0, -1)}="http://www.isac-net.org/std/Gating-ML/v2.0/datatypes">${layout}${parts.join('')}</${g}Gating-ML>`;
  return encoded(text, random);

  function writeGate(gate: GateModel): string {
    const head = attributes(g, { id: gate.id, parent_id: gate.parent });
    switch (gate.kind) {
      case 'rectangle':
        return `<${g}RectangleGate${head}>${gate.dimensions.map((of, i) => dimension(of, gate.ranges[i])).join('')}</${g}RectangleGate>${layout}`;
      case 'polygon':
        return `<${g}PolygonGate${head}>${gate.dimensions.map((of) => dimension(of)).join('')}${gate.vertices.map((point) => `<${g}vertex>${point.map(coordinate).join('')}</${g}vertex>`).join('')}</${g}PolygonGate>${layout}`;
      case 'ellipsoid':
        return `<${g}EllipsoidGate${head}>${gate.dimensions.map((of) => dimension(of)).join('')}<${g}mean>${gate.mean.map(coordinate).join('')}</${g}mean><${g}covarianceMatrix>${gate.covariance
          .map((row) => `<${g}row>${row.map((value) => `<${g}entry${attributes(d, { value })}/>`).join('')}</${g}row>`)
          .join(
            '',
          )}</${g}covarianceMatrix><${g}distanceSquare${attributes(d, { value: gate.distanceSquare })}/></${g}EllipsoidGate>${layout}`;
      case 'quadrants':
        return `<${g}QuadrantGate${head}>${gate.dimensions
          .map(
            (of, i) =>
              `<${g}divider${attributes(g, { id: `${gate.id}-${i}`, ...reference(of) })}>${values(of)}${gate.values[i]!.map((value) => `<${g}value>${value}</${g}value>`).join('')}</${g}divider>`,
          )
          .join('')}${gate.quadrants
          .map(
            ({ id, cells }) =>
              `<${g}Quadrant${attributes(g, { id })}>${cells.map((cell, i) => (cell === null ? '' : `<${g}position${attributes(g, { divider_ref: `${gate.id}-${i}`, location: locationIn(gate.values[i]!, cell) })}/>`)).join('')}</${g}Quadrant>`,
          )
          .join('')}</${g}QuadrantGate>${layout}`;
      case 'boolean':
        return `<${g}BooleanGate${head}><${g}${gate.operation}>${gate.operands
          .map(
            ({ ref, complement }) =>
              `<${g}gateReference${attributes(g, { ref, ...(complement ? { 'use-as-complement': random.chance(0.5) ? 'true' : '1' } : {}) })}/>`,
          )
          .join('')}</${g}${gate.operation}></${g}BooleanGate>${layout}`;
    }
  }
}

const locationIn = (values: readonly number[], cell: number): number =>
  cell === 0
    ? values[0]! - 1 - Math.abs(values[0]!)
    : cell === values.length
      ? values.at(-1)! + 1
      : (values[cell - 1]! + values[cell]!) / 2;

const numberText = (value: number, random: Random): string => (random.chance(0.2) ? value.toExponential() : String(value));

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function encoded(text: string, random: Random): Uint8Array {
  const kind = Math.floor(random.uniform() * 5);
  const named = (encoding: string): string => text.replace('ENCODING', encoding);
  if (kind >= 3) {
    const wide = named('UTF-16');
    const bytes = new Uint8Array(2 + 2 * wide.length);
    const view = new DataView(bytes.buffer);
    const little = kind === 3;
    view.setUint16(0, 0xfeff, little);
    for (let i = 0; i < wide.length; i++) view.setUint16(2 + 2 * i, wide.charCodeAt(i), little);
    return bytes;
  }
  if (kind === 2) {
    // letters that the encoding has not are given by number
    const narrow = named('ISO-8859-1').replace(/[^\n -~\u00a0-\u00ff]/gu, (letter) => `&#${letter.codePointAt(0)};`);
    return Uint8Array.from(narrow, (letter) => letter.charCodeAt(0));
  }
  return new TextEncoder().encode(`${kind === 1 ? '\ufeff' : ''}${named('UTF-8')}`);
}
