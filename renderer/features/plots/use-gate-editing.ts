import { type KeyboardEvent, type MouseEvent, type PointerEvent, type RefObject, useRef, useState } from 'react';
import type { Frame, Point } from '../../../core/show/plot/frame.ts';
import { isOfOneChannel, type Plot } from '../../../core/study/arrangement/plot.ts';
import type { GateDraft } from '../../store/state.ts';
import type { ToolName } from '../../store/tools.ts';
import { isComposing, isDelete } from '../../ui/keys.ts';
import { hitGate, insideBox } from './gate-hit.ts';
import { handleAfter, populationAfter } from './gate-steps.ts';
import { type Cursor, cursorAfter, cursorAt, middle, placeOf } from './plot-cursor.ts';
import { drawnTo, hasCorners } from './sketch.ts';
import type { TileGate } from './tile-gates.ts';
import { useGateDrag } from './use-gate-drag.ts';
import { useGateDrawing } from './use-gate-drawing.ts';

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
  /** Lets go of it there, as this sample's own with `own`; for whom and in which sample is settled at once, whenever it is done. */
  readonly onPlacing: (draft: GateDraft, path: string, own: boolean) => () => void;
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

const modifiers: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta']);

/** Presses, moves and keys in a plot: choosing, moving and reshaping gates, and drawing new ones. */
export function useGateEditing(input: GateEditInput) {
  const { surface, frame, tile, gates, selected, tool, draft, onSelect, onOpen, onRemove, onDraft, onTool } = input;
  const isClosing = useRef(false);
  const isHistogram = isOfOneChannel(tile.kind);
  const chosen = gates.find(({ populations }) => populations.some(({ path }) => path === selected));
  const pointIn = (event: { readonly clientX: number; readonly clientY: number }, within: Frame): Point => {
    const { left = 0, top = 0 } = surface.current?.getBoundingClientRect() ?? {};
    return insideBox([event.clientX - left, event.clientY - top], within);
  };
  const drag = useGateDrag({ ...input, chosen }, pointIn);
  const drawing = useGateDrawing(input);
  const { sketch } = drawing;
  const [grip, setGrip] = useState<{ readonly path: string; readonly handle: string | undefined }>();
  // another gate has other handles
  const handle = grip?.path === selected ? grip.handle : undefined;
  const [cursor, setCursor] = useState<Cursor>(middle);
  // where a hand pressed, keys go on; what they have no use for, they leave
  const [isByKeys, setByKeys] = useState(false);

  function onPointerDown(event: PointerEvent<SVGSVGElement>): void {
    if (event.button !== 0 || frame === undefined) return;
    const at = pointIn(event, frame);
    setCursor(cursorAt(at, frame));
    setByKeys(false);
    if (draft?.naming === true) return;
    if (tool === 'select') {
      drag.take(at, frame);
      drag.hold(event.currentTarget, event.pointerId, frame);
      return;
    }
    // at its end, or the press would take the focus from the field that asks for the name
    isClosing.current = drawing.press(at, frame);
    if (!hasCorners(sketch)) event.currentTarget.setPointerCapture(event.pointerId);
  }

  function onPointerMove(event: PointerEvent<SVGSVGElement>): void {
    if (frame === undefined) return;
    if (sketch !== undefined) drawing.drawTo(pointIn(event, frame));
    drag.move(event.nativeEvent, frame);
  }

  function onPointerUp(event: PointerEvent<SVGSVGElement>): void {
    const closed = isClosing.current && hasCorners(sketch) ? sketch : undefined;
    isClosing.current = false;
    if (closed !== undefined && frame !== undefined) drawing.finish(closed, frame);
    if (sketch !== undefined && !hasCorners(sketch) && frame !== undefined) drawing.finish(drawnTo(sketch, pointIn(event, frame)), frame);
    drag.letGo(event.shiftKey);
  }

  function onDoubleClick(event: MouseEvent<SVGSVGElement>): void {
    if (frame === undefined) return;
    if (hasCorners(sketch)) drawing.finish(sketch, frame);
    if (sketch !== undefined || tool !== 'select') return;
    const found = hitGate(gates, pointIn(event, frame), frame, isHistogram);
    if (found !== undefined) onOpen(found.path);
  }

  function onKeyDown(event: KeyboardEvent<SVGSVGElement>): void {
    if (isComposing(event) || frame === undefined || modifiers.has(event.key)) return;
    const isTaken = !(event.ctrlKey || event.metaKey || event.altKey) && takeKey(event, frame);
    // before anything else is done, such as saving, what keys hold is let go of
    if (!isTaken) drag.rest();
    else {
      setByKeys(true);
      event.preventDefault();
      event.stopPropagation();
    }
  }
  /** Whether a key is one for this plot; it is done then. */
  function takeKey({ key, shiftKey, repeat }: KeyboardEvent, frame: Frame): boolean {
    const moved = tool === 'select' && chosen !== undefined ? undefined : cursorAfter(cursor, key, shiftKey, isHistogram);
    const isPress = key === 'Enter' || key === ' ';
    if (key === 'Escape') giveUp();
    else if (moved !== undefined) moveCursor(moved, frame);
    else if (isPress && tool !== 'select') repeat || pressByKey(frame);
    else if (isPress && drag.rest()) return true;
    else if (sketch !== undefined && key === 'Backspace') drawing.takeBack();
    else if (key.toLowerCase() === 'g' && sketch === undefined) chooseNext(shiftKey ? -1 : 1);
    else if (key.toLowerCase() === 'h' && chosen !== undefined) takeNext(chosen, shiftKey ? -1 : 1, frame);
    else if (chosen !== undefined && key.startsWith('Arrow')) drag.moveByKey(key, shiftKey, handle, frame);
    else if (chosen !== undefined && isDelete(key)) onRemove(selected);
    else if (chosen !== undefined && key === 'Enter') onOpen(selected);
    else if (isPress) onSelect(hitGate(gates, placeOf(cursor, frame), frame, isHistogram)?.path ?? tile.population);
    else return false;
    return true;
  }
  function moveCursor(to: Cursor, within: Frame): void {
    setCursor(to);
    drawing.drawTo(placeOf(to, within));
  }
  function pressByKey(within: Frame): void {
    if (draft?.naming !== true) drawing.set(placeOf(cursor, within), within);
  }
  function chooseNext(by: 1 | -1): void {
    drag.rest();
    if (tool !== 'select') onTool('select');
    const next = populationAfter(gates, selected, by);
    if (next !== undefined) onSelect(next);
  }
  function takeNext(gate: TileGate, by: 1 | -1, within: Frame): void {
    drag.rest();
    setGrip({ path: selected, handle: handleAfter(gate, handle, by, within) });
  }
  function giveUp(): void {
    const isMoving = drag.giveUp() || draft !== undefined;
    if (sketch !== undefined) drawing.giveUp();
    else if (isMoving) onDraft(undefined);
    else if (tool !== 'select') onTool('select');
    else if (handle !== undefined) setGrip(undefined);
    else onSelect(tile.population);
  }

  function onBlur(): void {
    setByKeys(false);
    drag.rest();
  }

  return {
    sketch,
    chosen,
    /** Of the chosen gate: what arrows move alone. */
    handle,
    /** Where the keys are; undefined while a hand draws, or where they hold the chosen gate. */
    cursor: isByKeys && (tool !== 'select' || chosen === undefined) ? cursor : undefined,
    isByKeys,
    handlers: { onPointerDown, onPointerMove, onPointerUp, onDoubleClick, onKeyDown, onBlur },
  };
}
