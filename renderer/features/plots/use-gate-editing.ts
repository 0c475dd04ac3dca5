import { type KeyboardEvent, type MouseEvent, type PointerEvent, type RefObject, useRef, useState } from 'react';
import { dimensionCount } from '../../../core/gating/gates/gates.ts';
import { type Frame, type Point, toPage } from '../../../core/show/plot/frame.ts';
import type { GateDraft, Tile } from '../../store/state.ts';
import type { ToolName } from '../../store/tools.ts';
import { fromPage } from '../../ui/charts/tile-frame.ts';
import { isComposing, isDelete } from '../../ui/keys.ts';
import { handlesOf, movedGate, movesWhole, partAt, withHandle } from './gate-editing.ts';
import { ownGate } from './oriented-gate.ts';
import { beginSketch, type CornerSketch, closes, distance, gateOfSketch, hasCorners, type Sketch, toolIn } from './sketch.ts';
import type { TileGate } from './tile-gates.ts';

/** What hands can do in a plot. Paths are of populations. */
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
  /** Let go of. */
  readonly onPlace: (draft: GateDraft, path: string) => void;
  readonly onTool: (tool: ToolName) => void;
}

export interface HandsInput extends GateEditActions {
  readonly surface: RefObject<SVGSVGElement | null>;
  readonly frame: Frame | undefined;
  readonly tile: Tile;
  readonly gates: readonly TileGate[];
  readonly selected: string;
  readonly tool: ToolName;
  readonly draft: GateDraft | undefined;
}

/** Held: a handle, or the whole gate; `from` is where it was taken hold of, px. */
interface GateDrag {
  readonly gate: TileGate;
  readonly path: string;
  readonly handle: string | undefined;
  readonly from: Point;
  last: GateDraft | undefined;
  /** Where and when it was moved to last; ms. */
  at: Point;
  time: number;
}

const HANDLE_REACH = 8;
/** A mouse can speak a thousand times a second, ms. */
const BETWEEN_MOVES = 6;
const NUDGE_REST = 500;

/** Presses, moves and keys in a plot: choosing, moving and reshaping gates, and drawing new ones. */
export function useGateEditing(input: HandsInput) {
  const { surface, frame, tile, gates, selected, tool, draft, onSelect, onOpen, onRemove, onHold, onDraft, onDrawn, onPlace, onTool } =
    input;
  const [sketch, setSketch] = useState<Sketch>();
  const drag = useRef<GateDrag>(undefined);
  const nudged = useRef<{ draft: GateDraft; path: string; timer: ReturnType<typeof setTimeout> }>(undefined);
  const axes = { x: tile.x, y: tile.kind === 'histogram' ? undefined : tile.y };
  const isHistogram = tile.kind === 'histogram';
  const chosen = gates.find(({ populations }) => populations.some(({ path }) => path === selected));

  const pointOf = (event: { readonly clientX: number; readonly clientY: number }): Point => {
    const { left = 0, top = 0 } = surface.current?.getBoundingClientRect() ?? {};
    return [event.clientX - left, event.clientY - top];
  };
  const inside = ([x, y]: Point, { box }: Frame): Point => [
    Math.max(box.x, Math.min(box.x + box.width, x)),
    Math.max(box.y, Math.min(box.y + box.height, y)),
  ];
  /** The gate below a point: of several the one with the fewest events, so that a gate inside another can be reached. */
  const hit = (at: Point, within: Frame): { readonly gate: TileGate; readonly path: string } | undefined => {
    const point = fromPage(within, at);
    const eventsOf = ({ populations }: TileGate) => populations.reduce((sum, { count }) => sum + count, 0);
    const order = [...gates].sort((a, b) => eventsOf(a) - eventsOf(b));
    for (const gate of order) {
      const part = partAt(gate.shown, isHistogram ? [point[0], 0] : point);
      const path = part === undefined ? undefined : gate.populations[part]?.path;
      if (path !== undefined) return { gate, path };
    }
    return undefined;
  };
  const draftOf = (gate: TileGate, shown: TileGate['shown']): GateDraft => ({
    tile: tile.id,
    gate: ownGate(shown, gate.axes, axes),
    dimensions: gate.dimensions,
    ...(gate.id === undefined ? {} : { id: gate.id }),
  });
  const finish = (done: Sketch, within: Frame) => {
    setSketch(undefined);
    const gate = gateOfSketch(done, within);
    if (gate !== undefined) onDrawn({ tile: tile.id, gate, dimensions: [tile.x, tile.y].slice(0, dimensionCount(gate)) });
  };

  function onPointerDown(event: PointerEvent<SVGSVGElement>): void {
    if (event.button !== 0 || frame === undefined) return;
    const at = inside(pointOf(event), frame);
    if (draft?.naming === true) return;
    if (tool === 'select') {
      take(at, frame);
      if (drag.current !== undefined) hold(event.currentTarget, event.pointerId, drag.current, frame);
      return;
    }
    const drawing = toolIn(tool, isHistogram);
    if (drawing?.gesture === 'point') {
      onDrawn({ tile: tile.id, gate: drawing.gateOf(fromPage(frame, at)), dimensions: [tile.x, tile.y] });
      return;
    }
    if (hasCorners(sketch)) {
      if (closes(sketch, at)) finish(sketch, frame);
      else setSketch({ ...sketch, corners: [...sketch.corners, at], pointer: at });
      return;
    }
    setSketch(drawing && beginSketch(drawing, at));
    event.currentTarget.setPointerCapture(event.pointerId);
  }

  function take(at: Point, within: Frame): void {
    const handles = chosen?.id === undefined ? [] : handlesOf(chosen.shown, within);
    const handle = handles.find(
      ({ at: place }) => distance(toPage(within, isHistogram ? [place[0], 0] : place), onHistogram(at, within)) <= HANDLE_REACH,
    );
    if (chosen !== undefined && handle !== undefined) {
      drag.current = { gate: chosen, path: selected, handle: handle.id, from: at, last: undefined, at, time: 0 };
      return;
    }
    const found = hit(at, within);
    onSelect(found?.path ?? tile.population);
    if (found?.gate.id !== undefined && movesWhole(found.gate.shown))
      drag.current = { ...found, handle: undefined, from: at, last: undefined, at, time: 0 };
  }

  /** A held gate goes where the mouse is at once: other moves wait for the next frame, which the counts and plots would miss then. */
  function hold(element: SVGSVGElement, pointerId: number, held: GateDrag, within: Frame): void {
    element.setPointerCapture(pointerId);
    onHold(draftOf(held.gate, held.gate.shown));
    const follow = (event: Event) => {
      if (drag.current !== held) element.removeEventListener('pointerrawupdate', follow);
      else if (event instanceof globalThis.PointerEvent && event.timeStamp - held.time >= BETWEEN_MOVES) moveHeld(held, event, within);
    };
    element.addEventListener('pointerrawupdate', follow);
    const letGo = () => {
      element.removeEventListener('pointerrawupdate', follow);
      onHold(undefined);
    };
    element.addEventListener('lostpointercapture', letGo, { once: true });
  }
  /** On a histogram a range is held anywhere along its line. */
  const onHistogram = (at: Point, { box }: Frame): Point => (isHistogram ? [at[0], box.y + box.height] : at);

  function onPointerMove(event: PointerEvent<SVGSVGElement>): void {
    if (frame === undefined) return;
    const at = inside(pointOf(event), frame);
    if (sketch !== undefined) setSketch(hasCorners(sketch) ? { ...sketch, pointer: at } : { ...sketch, to: at });
    if (drag.current !== undefined) moveHeld(drag.current, event.nativeEvent, frame);
  }

  function moveHeld(held: GateDrag, event: globalThis.PointerEvent, within: Frame): void {
    const at = inside(pointOf(event), within);
    if (held.last === undefined ? distance(held.from, at) < 3 : distance(held.at, at) === 0) return;
    held.at = at;
    held.time = event.timeStamp;
    const [x, y] = fromPage(within, at);
    const [x0, y0] = fromPage(within, held.from);
    const shown =
      held.handle === undefined ? movedGate(held.gate.shown, [x - x0, y - y0]) : withHandle(held.gate.shown, held.handle, [x, y]);
    held.last = draftOf(held.gate, shown);
    onDraft(held.last);
  }

  function onPointerUp(): void {
    if (sketch !== undefined && !hasCorners(sketch) && frame !== undefined) finish(sketch, frame);
    const held = drag.current;
    drag.current = undefined;
    if (held !== undefined) onHold(undefined);
    if (held?.last !== undefined) onPlace(held.last, held.path);
  }

  function onDoubleClick(event: MouseEvent<SVGSVGElement>): void {
    if (frame === undefined) return;
    if (hasCorners(sketch)) finish(sketch, frame);
    if (sketch !== undefined || tool !== 'select') return;
    const found = hit(inside(pointOf(event), frame), frame);
    if (found !== undefined) onOpen(found.path);
  }

  function onKeyDown(event: KeyboardEvent<SVGSVGElement>): void {
    if (isComposing(event) || frame === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    if (key === 'Escape') giveUp();
    else if (hasCorners(sketch) && (key === 'Enter' || key === ' ')) finish(sketch, frame);
    else if (hasCorners(sketch) && key === 'Backspace') setSketch(withoutLast(sketch));
    else if (chosen !== undefined && key.startsWith('Arrow')) nudge(chosen, key, event.shiftKey ? 10 : 1, frame);
    else if (chosen !== undefined && isDelete(key)) onRemove(selected);
    else if (chosen !== undefined && key === 'Enter') onOpen(selected);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  function giveUp(): void {
    const held = drag.current !== undefined || draft !== undefined;
    drag.current = undefined;
    if (sketch !== undefined) setSketch(undefined);
    else if (held) onDraft(undefined);
    else if (tool !== 'select') onTool('select');
    else onSelect(tile.population);
  }

  /** Arrows move by pixels; the place becomes an edit when they rest. */
  function nudge(gate: TileGate, key: string, by: number, { box, x, y }: Frame): void {
    if (gate.id === undefined) return;
    const across = key === 'ArrowRight' ? by : key === 'ArrowLeft' ? -by : 0;
    const up = key === 'ArrowUp' ? by : key === 'ArrowDown' ? -by : 0;
    const moved = movedGate(gate.shown, [(across / box.width) * (x.max - x.min), (up / box.height) * (y.max - y.min)]);
    const next = draftOf(gate, moved);
    clearTimeout(nudged.current?.timer);
    nudged.current = { draft: next, path: selected, timer: setTimeout(() => onPlace(next, selected), NUDGE_REST) };
    onDraft(next);
  }

  return { sketch, chosen, handlers: { onPointerDown, onPointerMove, onPointerUp, onDoubleClick, onKeyDown } };
}

const withoutLast = (sketch: CornerSketch): Sketch | undefined =>
  sketch.corners.length <= 1 ? undefined : { ...sketch, corners: sketch.corners.slice(0, -1) };
