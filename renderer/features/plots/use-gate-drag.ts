import { useRef } from 'react';
import { type Frame, type Point, toPage } from '../../../core/show/plot/frame.ts';
import { isOfOneChannel, type Plot } from '../../../core/study/arrangement/plot.ts';
import type { GateDraft } from '../../store/state.ts';
import { fromPage } from '../../ui/charts/tile-frame.ts';
import { handlesOf, movedGate, movesWhole, withHandle } from './gate-editing.ts';
import { draftOf, hitGate } from './gate-hit.ts';
import { distance } from './sketch.ts';
import type { TileGate } from './tile-gates.ts';

export interface GateDragInput {
  readonly tile: Plot;
  readonly gates: readonly TileGate[];
  readonly selected: string;
  /** The selected population's gate. */
  readonly chosen: TileGate | undefined;
  readonly onSelect: (path: string) => void;
  /** A gate was taken hold of, or let go of. */
  readonly onHold: (held: GateDraft | undefined) => void;
  /** While a gate is held. */
  readonly onDraft: (draft: GateDraft | undefined) => void;
  /** Let go of; with Shift it becomes this sample's own. */
  readonly onPlace: (draft: GateDraft, path: string, own: boolean) => void;
  /** The sample that is shown now: a gate that is held in one is not let go of in another. */
  readonly sample: () => string | undefined;
}

/** What is held: a handle, or the whole gate; `from` is where it was taken hold of, px. */
interface GateDrag {
  readonly gate: TileGate;
  readonly path: string;
  readonly handle: string | undefined;
  readonly from: Point;
  readonly sample: string | undefined;
  last: GateDraft | undefined;
  /** Where and when it was moved to last; ms. */
  at: Point;
  time: number;
}

const HANDLE_REACH = 8;
/** A mouse may report a thousand times a second, ms. */
const BETWEEN_MOVES = 6;

/** A gate that is taken hold of, moved and let go of in a plot. `pointIn` gives where an event is in its box, px. */
export function useGateDrag(input: GateDragInput, pointIn: (event: globalThis.PointerEvent, within: Frame) => Point) {
  const { tile, gates, selected, chosen, onSelect, onHold, onDraft, onPlace, sample } = input;
  const drag = useRef<GateDrag>(undefined);
  const isHistogram = isOfOneChannel(tile.kind);
  /** On a histogram a range is held anywhere along its line. */
  const onLine = (at: Point, { box }: Frame): Point => (isHistogram ? [at[0], box.y + box.height] : at);

  /** Takes hold of a handle of the chosen gate, else of the gate below the point, which is chosen then. */
  function take(at: Point, within: Frame): void {
    const handles = chosen?.id === undefined ? [] : handlesOf(chosen.shown, within);
    const handle = handles.find(
      ({ at: place }) => distance(toPage(within, isHistogram ? [place[0], 0] : place), onLine(at, within)) <= HANDLE_REACH,
    );
    if (chosen !== undefined && handle !== undefined) {
      drag.current = { gate: chosen, path: selected, handle: handle.id, from: at, sample: sample(), last: undefined, at, time: 0 };
      return;
    }
    const found = hitGate(gates, at, within, isHistogram);
    onSelect(found?.path ?? tile.population);
    if (found?.gate.id !== undefined && movesWhole(found.gate.shown))
      drag.current = { ...found, handle: undefined, from: at, sample: sample(), last: undefined, at, time: 0 };
  }

  /** A held gate goes where the mouse is at once: other moves wait for the next frame, which the counts and plots would miss then. */
  function hold(element: SVGSVGElement, pointerId: number, within: Frame): void {
    const held = drag.current;
    if (held === undefined) return;
    element.setPointerCapture(pointerId);
    onHold(draftOf(tile, held.gate, held.gate.shown));
    const follow = (event: Event) => {
      if (drag.current !== held) element.removeEventListener('pointerrawupdate', follow);
      else if (event instanceof globalThis.PointerEvent && event.timeStamp - held.time >= BETWEEN_MOVES) move(event, within);
    };
    element.addEventListener('pointerrawupdate', follow);
    const release = () => {
      element.removeEventListener('pointerrawupdate', follow);
      onHold(undefined);
    };
    element.addEventListener('lostpointercapture', release, { once: true });
  }

  function move(event: globalThis.PointerEvent, within: Frame): void {
    const held = heldHere();
    if (held === undefined) return;
    const at = pointIn(event, within);
    if (held.last === undefined ? distance(held.from, at) < 3 : distance(held.at, at) === 0) return;
    held.at = at;
    held.time = event.timeStamp;
    const [x, y] = fromPage(within, at);
    const [x0, y0] = fromPage(within, held.from);
    const shown =
      held.handle === undefined ? movedGate(held.gate.shown, [x - x0, y - y0]) : withHandle(held.gate.shown, held.handle, [x, y]);
    held.last = draftOf(tile, held.gate, shown);
    onDraft(held.last);
  }

  /** What is held, where its sample is still shown; else it is given up. */
  function heldHere(): GateDrag | undefined {
    if (drag.current !== undefined && drag.current.sample !== sample()) {
      drag.current = undefined;
      onHold(undefined);
      onDraft(undefined);
    }
    return drag.current;
  }

  function letGo(own: boolean): void {
    const held = heldHere();
    drag.current = undefined;
    if (held !== undefined) onHold(undefined);
    if (held?.last !== undefined) onPlace(held.last, held.path, own);
  }

  /** As if it had never been taken hold of; whether it was. */
  function giveUp(): boolean {
    const isHeld = drag.current !== undefined;
    drag.current = undefined;
    return isHeld;
  }

  return { take, hold, move, letGo, giveUp };
}
