import { compileTransform, kindOfTransform, type Transform } from '../../data/transforms/transforms.ts';
import type { CoordinateMap } from '../../gating/gates/kind/gate.ts';
import type { ExplicitDimension } from '../../gating/strategy/dimension.ts';
import { element, type XmlElement } from '../xml/tree.ts';
import { isTimeInGatingMl } from './names.ts';
import { formOf } from './scale-forms.ts';

/** A dimension as this standard can hold it, and what a gate's numbers become. Undefined where it cannot. */
export interface WrittenDimension {
  readonly compensation: string;
  readonly transform: Transform | undefined;
  readonly bounds: ExplicitDimension['bounds'];
  readonly values: XmlElement | { readonly ratio: Extract<ExplicitDimension, { ratio: unknown }>['ratio'] };
  readonly map: CoordinateMap;
  /** A bound at or below this holds nothing back. */
  readonly lowest: number;
}

const same: CoordinateMap = (coordinate) => coordinate;

/** Ranges can be given in linear values on any scale, since a scale keeps order; slanted edges need the scale itself. */
export function writeDimension(dimension: ExplicitDimension, isRange: boolean): WrittenDimension | undefined {
  const { compensation, transform, bounds, coordinates } = dimension;
  // the standard's values are divided by $PnG, and its time is in seconds of the file's own $TIMESTEP
  if ('channel' in dimension && dimension.step !== (isTimeInGatingMl(dimension.channel) ? 'FCS' : undefined)) return undefined;
  if ('channel' in dimension && dimension.gain !== undefined) return undefined;
  // only what a transformation gives has bounds in the standard: a ratio is one
  if (transform === undefined && bounds !== undefined && 'channel' in dimension) return undefined;
  const values = 'channel' in dimension ? element('data-type:fcs-dimension', { 'data-type:name': dimension.channel }) : ratioOf(dimension);
  const common = { compensation, values, bounds, lowest: Number.NEGATIVE_INFINITY };
  if (transform === undefined) return { ...common, transform, map: same };
  const { scale, unscale } = compileTransform(transform);
  const { isStraight } = kindOfTransform(transform);
  const isLinear = coordinates !== undefined;
  if (formOf(transform) !== undefined) {
    if (isRange && isLinear && bounds === undefined) return { ...common, transform: undefined, map: same };
    return { ...common, transform, map: isLinear ? scale : same };
  }
  if (bounds !== undefined || !(isRange || isStraight)) return undefined;
  const lowest = isStraight ? Number.NEGATIVE_INFINITY : unscale(0);
  return { ...common, transform: undefined, map: isLinear ? same : unscale, lowest };
}

/** Bounds of a ratio that is on no scale are its own. */
const ratioOf = ({ ratio, transform, bounds }: Extract<ExplicitDimension, { ratio: unknown }>) => ({
  ratio: transform === undefined && bounds !== undefined ? { ...ratio, bounds: ratio.bounds ?? bounds } : ratio,
});

export function writeTransformation(id: string, transform: Transform, bounds: ExplicitDimension['bounds']): XmlElement {
  const { kind: _, ...parameters } = transform;
  const attributes = Object.fromEntries(Object.entries(parameters).map(([name, value]) => [`transforms:${name}`, value]));
  return element(
    'transforms:transformation',
    { 'transforms:id': id, 'transforms:boundMin': bounds?.min, 'transforms:boundMax': bounds?.max },
    [element(`transforms:${formOf(transform)?.formula ?? ''}`, attributes)],
  );
}

export function writeRatio(
  id: string,
  { numerator, denominator, A, B, C, bounds }: Extract<ExplicitDimension, { ratio: unknown }>['ratio'],
): XmlElement {
  return element(
    'transforms:transformation',
    { 'transforms:id': id, 'transforms:boundMin': bounds?.min, 'transforms:boundMax': bounds?.max },
    [
      element('transforms:fratio', { 'transforms:A': A, 'transforms:B': B, 'transforms:C': C }, [
        element('data-type:fcs-dimension', { 'data-type:name': numerator }),
        element('data-type:fcs-dimension', { 'data-type:name': denominator }),
      ]),
    ],
  );
}
