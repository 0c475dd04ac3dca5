import type { BooleanGate } from '../../../gating/gates/boolean/boolean.ts';
import { attributeOf, childrenNamed, element } from '../../xml/tree.ts';
import { readBoolean, refuse, refuseValue, requireAttribute } from '../../xml/values.ts';
import { type GateReader, type GateWriter, headOf, infoOf, type Operand } from './form.ts';

export const writeBoolean: GateWriter<BooleanGate> = ({ operation, operands }, context) => {
  const reference = (path: string, complement: boolean) =>
    element('gating:gateReference', { 'gating:ref': context.refOf(path), 'gating:use-as-complement': complement ? 'true' : undefined });
  const [only, ...others] = operands;
  const inner =
    only !== undefined && others.length === 0
      ? element('gating:not', {}, [reference(only.population, !only.complement)])
      : element(
          `gating:${operation}`,
          {},
          operands.map(({ population, complement }) => reference(population, complement)),
        );
  return [element('gating:BooleanGate', headOf(context), [...infoOf(context), inner])];
};

export const booleanReader: GateReader = {
  dimension: '',
  children: ['and', 'or', 'not'],
  read(element) {
    const operations = childrenNamed(element, 'and', 'or', 'not');
    const [operation] = operations;
    if (operation === undefined || operations.length > 1)
      return refuseValue(element, {
        en: 'a boolean gate holds one of and, or, not',
        ja: 'ブーリアンゲートはand、or、notのいずれか1つを含みます',
      });
    const operands = childrenNamed(operation, 'gateReference').map(
      (reference): Operand => ({
        ref: requireAttribute(reference, 'ref'),
        complement: readBoolean(attributeOf(reference, 'use-as-complement')) !== (operation.local === 'not'),
        element: reference,
      }),
    );
    if (operands.length === 0) refuse('xml-child-missing', operation, { element: operation.local, child: 'gateReference' });
    if (operation.local === 'not' && operands.length > 1) refuseValue(operation, { en: 'it is of one gate', ja: '対象は1つのゲートです' });
    return { operation: operation.local === 'or' ? 'or' : 'and', operands };
  },
};
