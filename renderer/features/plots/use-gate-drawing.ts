import { useState } from 'react';
import { dimensionCount, type Gate } from '../../../core/gating/gates/gates.ts';
import type { Frame, Point } from '../../../core/show/plot/frame.ts';
import { isOfOneChannel, type Plot } from '../../../core/study/arrangement/plot.ts';
import type { GateDraft } from '../../store/state.ts';
import type { ToolName } from '../../store/tools.ts';
import { fromPage } from '../../ui/charts/tile-frame.ts';
import {
  beginCorners,
  beginSketch,
  closes,
  drawnTo,
  endsAt,
  gateOfSketch,
  hasCorners,
  type Sketch,
  toolIn,
  withoutLast,
} from './sketch.ts';

export interface GateDrawingInput {
  readonly tile: Plot;
  readonly tool: ToolName;
  /** Drawn to the end. */
  readonly onDrawn: (draft: GateDraft) => void;
}

/** A new gate in the midst of being drawn, by a hand or by keys. Places are in px of the plot. */
export function useGateDrawing({ tile, tool, onDrawn }: GateDrawingInput) {
  const [sketch, setSketch] = useState<Sketch>();
  const isHistogram = isOfOneChannel(tile.kind);

  function done(gate: Gate | undefined): void {
    setSketch(undefined);
    if (gate !== undefined) onDrawn({ tile: tile.id, gate, dimensions: [tile.x, tile.y].slice(0, dimensionCount(gate)) });
  }
  const finish = (drawn: Sketch, within: Frame): void => done(gateOfSketch(drawn, within));

  /** The whole gate, where the tool needs no more than one press; else what such a press begins. */
  function begin(at: Point, within: Frame, start: typeof beginSketch): void {
    const drawing = toolIn(tool, isHistogram);
    if (drawing?.gesture === 'point') done(drawing.gateOf(fromPage(within, at)));
    else if (drawing?.gesture === 'cut') done(drawing.gateOf(fromPage(within, at)[0]));
    else setSketch(drawing && start(drawing, at));
  }

  /** A press of the pointer: whether it closes the polygon, which is for its end. */
  function press(at: Point, within: Frame): boolean {
    if (!hasCorners(sketch)) begin(at, within, beginSketch);
    else if (closes(sketch, at)) return true;
    else setSketch({ ...sketch, corners: [...sketch.corners, at], pointer: at });
    return false;
  }

  /** What the key for a press does: a corner, the beginning or the end. The same corner twice, or the first again, closes. */
  function set(at: Point, within: Frame): void {
    if (sketch === undefined) begin(at, within, beginCorners);
    else if (!hasCorners(sketch)) finish(drawnTo(sketch, at), within);
    else if (!endsAt(sketch, at)) setSketch({ ...sketch, corners: [...sketch.corners, at], pointer: at });
    else if (sketch.corners.length >= 3) finish(sketch, within);
  }

  // moves may come faster than frames
  const drawTo = (at: Point): void => setSketch((drawn) => drawn && drawnTo(drawn, at));
  const takeBack = (): void => setSketch((drawn) => drawn && withoutLast(drawn));
  const giveUp = (): void => setSketch(undefined);
  return { sketch, press, set, finish, drawTo, takeBack, giveUp };
}
