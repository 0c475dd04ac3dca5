import { type RectangleGate, rectangleGate } from '../../../gating/gates/rectangle/schema.ts';
import { childrenNamed, element } from '../../xml/tree.ts';
import { numberAttribute } from '../../xml/values.ts';
import type { GateForm, GateReader } from './form.ts';

export const rectangleForm: GateForm<RectangleGate> = {
  write: ({ ranges }, { common, id, dimensions }) =>
    element(
      'gating:RectangleGate',
      { ...common, percentX: 0, percentY: 0, 'gating:id': id },
      ranges.map(({ min, max }, i) => element('gating:dimension', { 'gating:min': min, 'gating:max': max }, [dimensions[i]!])),
    ),
};

export const rectangleReader: GateReader<RectangleGate> = {
  drawing: 'ranges',
  hasOutside: true,
  read(gate) {
    const ranges = childrenNamed(gate, 'dimension').map((dimension) => {
      const [min, max] = [numberAttribute(dimension, 'min'), numberAttribute(dimension, 'max')];
      return {
        ...(min === undefined || min === Number.NEGATIVE_INFINITY ? {} : { min }),
        ...(max === undefined || max === Number.POSITIVE_INFINITY ? {} : { max }),
      };
    });
    return ranges.length === 0 ? undefined : rectangleGate(ranges);
  },
};
