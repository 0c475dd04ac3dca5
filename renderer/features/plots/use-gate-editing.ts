import { type KeyboardEvent, type MouseEvent, type PointerEvent, type RefObject, useRef, useState } from 'react';
import { dimensionCount } from '../../../core/gating/gates/gates.ts';
import type { Frame, Point } from '../../../core/show/plot/frame.ts';
import { isOfOneChannel, type Plot } from '../../../core/study/arrangement/plot.ts';
import type { GateDraft } from '../../store/state.ts';
import type { ToolName } from '../../store/tools.ts';
import { fromPage } from '../../ui/charts/tile-frame.ts';
import { isComposing, isDelete } from '../../ui/keys.ts';
import { movedGate } from './gate-editing.ts';
import { draftOf, hitGate, insideBox } from './gate-hit.ts';
import { beginSketch, type CornerSketch, closes, drawnTo, gateOfSketch, hasCorners, type Sketch, toolIn } from './sketch.ts';
import type { TileGate } from './tile-gates.ts';
import { useGateDrag } from './use-gate-drag.ts';

/** What a person can do with gates in a plot. Paths are of populations. */
export interface GateEditActions {
  readonly onSelect: (path: string) => void;
  readonly onOpen: (path: string) => void;
  readonly onRemove: (path: string) => void;
  /** A gate was taken hold of, or let go of. */
  readonly onHold: (held: GateDraft | undefined) => void;
  /** While a gate is held. */
  readonly onDraft: (draft: GateDraft | undefined) => void;
  /** Drawn to the end. */
  readonly onDrawn: (draft: GateDraft) => void;
  /** Let go of; with Shift it becomes this sample's own. */
  readonly onPlace: (draft: GateDraft, path: string, own: boolean) => void;
  /** The same once the hand rests: for whom and in which sample is settled at once. */
  readonly onPlacing: (draft: GateDraft, path: string) => () => void;
  /** The sample that is shown now. */
  readonly sample: () => string | undefined;
  readonly onTool: (tool: ToolName) => void;
}

export interface GateEditInput extends GateEditActions {
  readonly surface: RefObject<SVGSVGElement | null>;
  readonly frame: Frame | undefined;
  readonly tile: Plot;
  readonly gates: readonly TileGate[];
  readonly selected: string;
  readonly tool: ToolName;
  readonly draft: GateDraft | undefined;
}

const NUDGE_REST = 500;

/** Presses, moves and keys in a plot: choosing, moving and reshaping gates, and drawing new ones. */
export function useGateEditing(input: GateEditInput) {
  const { surface, frame, tile, gates, selected, tool, draft, onSelect, onOpen, onRemove, onDraft, onDrawn, onTool } = input;
  const [sketch, setSketch] = useState<Sketch>();
  const isClosing = useRef(false);
  const isHistogram = isOfOneChannel(tile.kind);
  const chosen = gates.find(({ populations }) => populations.some(({ path }) => path === selected));
  const pointIn = (event: { readonly clientX: number; readonly clientY: number }, within: Frame): Point => {
    const { left = 0, top = 0 } = surface.current?.getBoundingClientRect() ?? {};
    return insideBox([event.clientX - left, event.clientY - top], within);
  };
  const drag = useGateDrag({ ...input, chosen }, pointIn);
  const { nudge, giveUp: forgetNudge } = useNudge(input);
  const finish = (done: Sketch, within: Frame) => {
    setSketch(undefined);
    const gate = gateOfSketch(done, within);
    if (gate !== undefined) onDrawn({ tile: tile.id, gate, dimensions: [tile.x, tile.y].slice(0, dimensionCount(gate)) });
  };

  function onPointerDown(event: PointerEvent<SVGSVGElement>): void {
    if (event.button !== 0 || frame === undefined) return;
    const at = pointIn(event, frame);
    if (draft?.naming === true) return;
    if (tool === 'select') {
      drag.take(at, frame);
      drag.hold(event.currentTarget, event.pointerId, frame);
      return;
    }
    const drawing = toolIn(tool, isHistogram);
    if (drawing?.gesture === 'point') {
      onDrawn({ tile: tile.id, gate: drawing.gateOf(fromPage(frame, at)), dimensions: [tile.x, tile.y] });
      return;
    }
    if (drawing?.gesture === 'cut') {
      onDrawn({ tile: tile.id, gate: drawing.gateOf(fromPage(frame, at)[0]), dimensions: [tile.x] });
      return;
    }
    if (hasCorners(sketch)) {
      // at its end, or the press would take the focus from the field that asks for the name
      if (closes(sketch, at)) isClosing.current = true;
      else setSketch({ ...sketch, corners: [...sketch.corners, at], pointer: at });
      return;
    }
    setSketch(drawing && beginSketch(drawing, at));
    event.currentTarget.setPointerCapture(event.pointerId);
  }

  function onPointerMove(event: PointerEvent<SVGSVGElement>): void {
    if (frame === undefined) return;
    const at = pointIn(event, frame);
    // moves may come faster than frames
    if (sketch !== undefined) setSketch((drawn) => drawn && drawnTo(drawn, at));
    drag.move(event.nativeEvent, frame);
  }

  function onPointerUp(event: PointerEvent<SVGSVGElement>): void {
    const closed = isClosing.current && hasCorners(sketch) ? sketch : undefined;
    isClosing.current = false;
    if (closed !== undefined && frame !== undefined) finish(closed, frame);
    if (sketch !== undefined && !hasCorners(sketch) && frame !== undefined) finish(drawnTo(sketch, pointIn(event, frame)), frame);
    drag.letGo(event.shiftKey);
  }

  function onDoubleClick(event: MouseEvent<SVGSVGElement>): void {
    if (frame === undefined) return;
    if (hasCorners(sketch)) finish(sketch, frame);
    if (sketch !== undefined || tool !== 'select') return;
    const found = hitGate(gates, pointIn(event, frame), frame, isHistogram);
    if (found !== undefined) onOpen(found.path);
  }

  function onKeyDown(event: KeyboardEvent<SVGSVGElement>): void {
    if (isComposing(event) || frame === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    if (key === 'Escape') giveUp();
    else if (hasCorners(sketch) && (key === 'Enter' || key === ' ')) finish(sketch, frame);
    else if (hasCorners(sketch) && key === 'Backspace') setSketch(withoutLast(sketch));
    else if (chosen !== undefined && key.startsWith('Arrow') && !event.altKey) nudge(chosen, key, event.shiftKey ? 10 : 1, frame);
    else if (chosen !== undefined && isDelete(key)) onRemove(selected);
    else if (chosen !== undefined && key === 'Enter') onOpen(selected);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  function giveUp(): void {
    const isMoving = drag.giveUp() || draft !== undefined;
    forgetNudge();
    if (sketch !== undefined) setSketch(undefined);
    else if (isMoving) onDraft(undefined);
    else if (tool !== 'select') onTool('select');
    else onSelect(tile.population);
  }

  return { sketch, chosen, handlers: { onPointerDown, onPointerMove, onPointerUp, onDoubleClick, onKeyDown } };
}

/** Arrows move a gate by pixels; the place becomes an edit when they rest. */
function useNudge({ tile, selected, onDraft, onPlacing }: Pick<GateEditInput, 'tile' | 'selected' | 'onDraft' | 'onPlacing'>) {
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const giveUp = () => clearTimeout(waiting.current);
  const nudge = (gate: TileGate, key: string, by: number, { box, x, y }: Frame): void => {
    if (gate.id === undefined) return;
    const across = key === 'ArrowRight' ? by : key === 'ArrowLeft' ? -by : 0;
    const up = key === 'ArrowUp' ? by : key === 'ArrowDown' ? -by : 0;
    const moved = movedGate(gate.shown, [(across / box.width) * (x.max - x.min), (up / box.height) * (y.max - y.min)]);
    const next = draftOf(tile, gate, moved);
    giveUp();
    waiting.current = setTimeout(onPlacing(next, selected), NUDGE_REST);
    onDraft(next);
  };
  return { nudge, giveUp };
}

const withoutLast = (sketch: CornerSketch): Sketch | undefined =>
  sketch.corners.length <= 1 ? undefined : { ...sketch, corners: sketch.corners.slice(0, -1) };
