import { useEffect, useRef } from 'react';
import { type Frame, type Point, toPage } from '../../../core/show/plot/frame.ts';
import { isOfOneChannel, type Plot } from '../../../core/study/arrangement/plot.ts';
import type { GateDraft } from '../../store/state.ts';
import { fromPage } from '../../ui/charts/tile-frame.ts';
import { handlesOf, movedGate, movesWhole, withHandle } from './gate-editing.ts';
import { draftOf, hitGate } from './gate-hit.ts';
import { stepOf } from './plot-cursor.ts';
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
  /** Lets go of it there, as this sample's own with `own`; for whom and in which sample is settled at once, whenever it is done. */
  readonly onPlacing: (draft: GateDraft, path: string, own: boolean) => () => void;
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
  /** Of a gate that keys hold, which nobody lets go of: places it where it is once they rest. */
  place?: () => void;
}

const HANDLE_REACH = 8;
/** A mouse may report a thousand times a second, ms. */
const BETWEEN_MOVES = 6;
/** Keys that rest so long have let go, ms. */
const KEYS_REST = 500;

/** A gate that is taken hold of, moved and let go of in a plot, by a hand or by keys. `pointIn` gives where an event is in its box, px. */
export function useGateDrag(input: GateDragInput, pointIn: (event: globalThis.PointerEvent, within: Frame) => Point) {
  const { tile, gates, selected, chosen, onSelect, onHold, onDraft, onPlacing, sample } = input;
  const drag = useRef<GateDrag>(undefined);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isHistogram = isOfOneChannel(tile.kind);
  /** On a histogram a range is held anywhere along its line. */
  const onLine = (at: Point, { box }: Frame): Point => (isHistogram ? [at[0], box.y + box.height] : at);
  const takeHold = (gate: TileGate, path: string, handle: string | undefined, from: Point): GateDrag => {
    const held: GateDrag = { gate, path, handle, from, sample: sample(), last: undefined, at: from, time: 0 };
    drag.current = held;
    return held;
  };

  /** Takes hold of a handle of the chosen gate, else of the gate below the point, which is chosen then. */
  function take(at: Point, within: Frame): void {
    rest();
    const handles = chosen?.id === undefined ? [] : handlesOf(chosen.shown, within);
    const handle = handles.find(
      ({ at: place }) => distance(toPage(within, isHistogram ? [place[0], 0] : place), onLine(at, within)) <= HANDLE_REACH,
    );
    if (chosen !== undefined && handle !== undefined) {
      takeHold(chosen, selected, handle.id, at);
      return;
    }
    const found = hitGate(gates, at, within, isHistogram);
    onSelect(found?.path ?? tile.population);
    if (found?.gate.id !== undefined && movesWhole(found.gate.shown)) takeHold(found.gate, found.path, undefined, at);
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
    if (held === undefined || held.place !== undefined) return;
    const at = pointIn(event, within);
    if (held.last === undefined ? distance(held.from, at) < 3 : distance(held.at, at) === 0) return;
    held.time = event.timeStamp;
    moveTo(held, at, within);
  }

  function moveTo(held: GateDrag, at: Point, within: Frame): GateDraft {
    held.at = at;
    const [x, y] = fromPage(within, at);
    const [x0, y0] = fromPage(within, held.from);
    const shown =
      held.handle === undefined ? movedGate(held.gate.shown, [x - x0, y - y0]) : withHandle(held.gate.shown, held.handle, [x, y]);
    held.last = draftOf(tile, held.gate, shown);
    onDraft(held.last);
    return held.last;
  }

  /** What an arrow does to the chosen gate, or to one handle of it: the same as a hand, which lets go when the keys rest. */
  function moveByKey(key: string, isLarge: boolean, handle: string | undefined, within: Frame): void {
    const step = stepOf(key, isLarge, isHistogram);
    if (chosen?.id === undefined || step === undefined) return;
    const known = drag.current;
    const goesOn = known !== undefined && known.sample === sample() && known.path === selected && known.handle === handle;
    if (!goesOn) rest();
    const held = goesOn ? known : takeByKey(chosen, handle, within);
    const [across, up] = [step[0] * within.box.width, step[1] * within.box.height];
    const draft = moveTo(held, [held.at[0] + across, held.at[1] - up], within);
    held.place = onPlacing(draft, held.path, false);
    clearTimeout(resting.current);
    resting.current = setTimeout(rest, KEYS_REST);
  }

  function takeByKey(gate: TileGate, handle: string | undefined, within: Frame): GateDrag {
    const place = handlesOf(gate.shown, within).find(({ id }) => id === handle)?.at;
    onHold(draftOf(tile, gate, gate.shown));
    return takeHold(gate, selected, place && handle, place === undefined ? [0, 0] : toPage(within, place));
  }

  /** What keys hold is let go of where it is, whatever is shown by now. Whether they held anything. */
  function rest(): boolean {
    clearTimeout(resting.current);
    const place = drag.current?.place;
    if (place === undefined) return false;
    drag.current = undefined;
    onHold(undefined);
    place();
    return true;
  }

  /** What is held, where its sample is still shown; else it is given up, or where keys hold it let go of. */
  function heldHere(): GateDrag | undefined {
    if (drag.current !== undefined && drag.current.sample !== sample()) {
      if (drag.current.place !== undefined) rest();
      else {
        drag.current = undefined;
        onHold(undefined);
        onDraft(undefined);
      }
    }
    return drag.current;
  }

  function letGo(own: boolean): void {
    const held = heldHere();
    if (held?.place !== undefined) return;
    drag.current = undefined;
    if (held !== undefined) onHold(undefined);
    if (held?.last !== undefined) onPlacing(held.last, held.path, own)();
  }

  /** As if it had never been taken hold of; whether it was. */
  function giveUp(): boolean {
    clearTimeout(resting.current);
    const held = drag.current;
    drag.current = undefined;
    if (held?.place !== undefined) onHold(undefined);
    return held !== undefined;
  }

  // nor does it stay behind in a plot that is gone
  const latest = useRef(rest);
  latest.current = rest;
  useEffect(() => () => void latest.current(), []);

  return { take, hold, move, moveByKey, rest, letGo, giveUp };
}
