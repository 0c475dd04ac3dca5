import { type Gate, plainGates } from '../../../gating/gates/gates.ts';
import type { XmlElement } from '../../xml/tree.ts';
import type { GateContext } from './form.ts';
import { writePolygon } from './polygon.ts';
import { writeRectangle } from './rectangle.ts';

/** A gate for each population of a kind that the standard does not have. */
export const writePieces = (gate: Gate, context: GateContext): readonly XmlElement[] =>
  (plainGates(gate) ?? []).flatMap((piece, part) => {
    const own = { ...context, id: context.populations[part]!, info: part === 0 ? context.info : [] };
    return 'ranges' in piece ? writeRectangle(piece, own) : writePolygon(piece, own);
  });
