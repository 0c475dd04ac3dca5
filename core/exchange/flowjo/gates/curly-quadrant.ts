import type { CurlyQuadrantGate } from '../../../gating/gates/curly-quadrant/curly-quadrant.ts';
import { childrenNamed, element, type XmlElement } from '../../xml/tree.ts';
import { numberAttribute } from '../../xml/values.ts';
import type { GateForm, GateReader } from './form.ts';

/** FlowJo's cross is four gates, one a corner. */
export const curlyQuadrantForm: GateForm<CurlyQuadrantGate> = {
  split: (gate) => (gate.corner === undefined ? [0, 1, 2, 3].map((corner) => ({ ...gate, corner })) : [gate]),
  write({ x, y, corner }, { common, id, dimensions }) {
    const [isRight, isAbove] = [corner === 1 || corner === 2, corner === 0 || corner === 1];
    return element('gating:CurlyQuad', { ...common, 'gating:id': id }, [
      element('gating:dimension', isRight ? { 'gating:min': x } : { 'gating:max': x }, [dimensions[0]!]),
      element('gating:dimension', isAbove ? { 'gating:min': y } : { 'gating:max': y }, [dimensions[1]!]),
    ]);
  },
};

export const curlyQuadrantReader: GateReader<CurlyQuadrantGate> = { drawing: 'vertices', hasOutside: false, read: readCurlyQuad };

/** One corner of a bent cross: a lower bound says that the corner lies above it, an upper one below. */
function readCurlyQuad(element: XmlElement): CurlyQuadrantGate | undefined {
  const sides = childrenNamed(element, 'dimension').map((dimension) => {
    const [min, max] = [numberAttribute(dimension, 'min'), numberAttribute(dimension, 'max')];
    return { at: min ?? max, isAbove: min !== undefined };
  });
  const [x, y] = sides;
  if (sides.length !== 2 || x?.at === undefined || y?.at === undefined) return undefined;
  const corner = y.isAbove ? (x.isAbove ? 1 : 0) : x.isAbove ? 2 : 3;
  return { kind: 'curly-quadrant', x: x.at, y: y.at, corner };
}
