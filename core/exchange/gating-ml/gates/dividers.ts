import type { DividersGate } from '../../../gating/gates/dividers/schema.ts';
import { childrenNamed, element, textOf } from '../../xml/tree.ts';
import { readNumber, refuse, requireAttribute, requireFinite } from '../../xml/values.ts';
import { drawn } from './drawn.ts';
import { type GateReader, type GateWriter, headOf, infoOf } from './form.ts';

export const writeDividers: GateWriter<Pick<DividersGate, 'values' | 'cells'>> = ({ values, cells }, context) => {
  const ids = values.map((_, i) => context.newId(`${context.id}.${i + 1}`));
  const dividers = values.map((list, i) => {
    const { attributes, child } = context.dimensions[i]!;
    return element('gating:divider', { 'gating:id': ids[i], ...attributes }, [
      child,
      ...list.map((value) => element('gating:value', {}, [String(value)])),
    ]);
  });
  const quadrants = cells.map((row, part) =>
    element(
      'gating:Quadrant',
      { 'gating:id': context.populations[part] },
      row.flatMap((cell, i) =>
        cell === null
          ? []
          : [element('gating:position', { 'gating:divider_ref': ids[i], 'gating:location': locationIn(values[i]!, cell) })],
      ),
    ),
  );
  return [element('gating:QuadrantGate', headOf(context), [...infoOf(context, context.populations), ...dividers, ...quadrants])];
};

/** A value in a cell: a divider itself belongs to the cell above it. */
const locationIn = (values: readonly number[], cell: number): number =>
  cell > 0 ? values[cell - 1]! : values[0]! - Math.max(1, Math.abs(values[0]!));

export const dividersReader: GateReader = {
  dimension: 'divider',
  children: ['Quadrant'],
  /** Each quadrant stands where its positions lie between the dividers; a divider that it does not name does not bound it. */
  read(element, _id, dividers) {
    if (dividers.length === 0) refuse('xml-child-missing', element, { element: element.local, child: 'divider' });
    const ids = dividers.map((divider) => requireAttribute(divider, 'id'));
    const twice = ids.findIndex((id, i) => ids.indexOf(id) !== i);
    if (twice >= 0) refuse('gatingml-id-taken', dividers[twice]!, { name: ids[twice]! });
    const values = dividers.map((divider) => {
      const list = childrenNamed(divider, 'value').map((value) => readNumber(textOf(value), value, 'value'));
      if (list.length === 0) refuse('xml-child-missing', divider, { element: divider.local, child: 'value' });
      return list.sort((a, b) => a - b);
    });
    const quadrants = childrenNamed(element, 'Quadrant');
    if (quadrants.length === 0) refuse('xml-child-missing', element, { element: element.local, child: 'Quadrant' });
    const cells = quadrants.map((quadrant) => {
      const row: (number | null)[] = ids.map(() => null);
      for (const position of childrenNamed(quadrant, 'position')) {
        const ref = requireAttribute(position, 'divider_ref');
        const divider = ids.indexOf(ref);
        if (divider < 0) refuse('gatingml-reference', position, { name: ref });
        const location = requireFinite(position, 'location');
        row[divider] = values[divider]!.filter((value) => value <= location).length;
      }
      return row;
    });
    return drawn(
      element,
      { kind: 'dividers', values, cells },
      quadrants.map((quadrant) => requireAttribute(quadrant, 'id')),
    );
  },
};
