import { type RectangleGate, rectangleGate } from '../../../gating/gates/rectangle/schema.ts';
import { element, type XmlElement } from '../../xml/tree.ts';
import { numberAttribute, refuse, refuseValue } from '../../xml/values.ts';
import { drawn } from './drawn.ts';
import { type GateContext, type GateReader, type GateWriter, headOf, infoOf, writeSided } from './form.ts';

export const writeRectangle: GateWriter<RectangleGate> = (gate, context) => writeSided(gate, context, writeInside);

function writeInside(gate: RectangleGate, context: GateContext): XmlElement {
  const ranges = gate.ranges.map(({ min, max }, i) => {
    const { attributes, child, lowest } = context.dimensions[i]!;
    const low = min === undefined || min <= lowest ? undefined : min;
    return element('gating:dimension', { ...attributes, 'gating:min': low, 'gating:max': max }, [child]);
  });
  return element('gating:RectangleGate', headOf(context), [...infoOf(context), ...ranges]);
}

export const rectangleReader: GateReader = {
  dimension: 'dimension',
  children: [],
  read(element, id, dimensions) {
    if (dimensions.length === 0) refuse('xml-child-missing', element, { element: element.local, child: 'dimension' });
    const ranges = dimensions.map((dimension) => {
      const [min, max] = [numberAttribute(dimension, 'min'), numberAttribute(dimension, 'max')];
      // from min up to, not with, max
      if (min !== undefined && max !== undefined && min > max) refuseValue(dimension, emptyRange);
      return {
        ...(min === undefined || min === Number.NEGATIVE_INFINITY ? {} : { min: bounded(min, dimension) }),
        ...(max === undefined || max === Number.POSITIVE_INFINITY ? {} : { max: bounded(max, dimension) }),
      };
    });
    return drawn(element, rectangleGate(ranges), [id]);
  },
};

const bounded = (bound: number, at: XmlElement): number => (Number.isFinite(bound) ? bound : refuseValue(at, emptyRange));

const emptyRange = { en: 'the range is empty', ja: '範囲が空です' };
