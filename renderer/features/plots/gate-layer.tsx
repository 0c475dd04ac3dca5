import { memo } from 'react';
import { kindOf } from '../../../core/gating/gates/gates.ts';
import { type Frame, type Point, toPage } from '../../../core/show/plot/frame.ts';
import { placeLabels } from '../../../core/show/plot/gate-label.ts';
import { gateOutline } from '../../../core/show/plot/gate-outline.ts';
import { labelRequests } from '../../../core/show/plot/label-spots.ts';
import { takenBy } from '../../../core/show/plot/taken.ts';
import type { GateLook } from '../../../core/study/arrangement/looks.ts';
import { useMessages } from '../../messages/language.ts';
import { useTitleOf } from '../../messages/population-titles.ts';
import type { GateDraft } from '../../store/state.ts';
import { pathOf } from '../../ui/charts/drawn-shapes.tsx';
import { fromPage } from '../../ui/charts/tile-frame.ts';
import { classes } from '../../ui/classes.ts';
import { dressedGate, type GateDress } from './dressed-gate.ts';
import { handlesOf, movesWhole, partTest } from './gate-editing.ts';
import { GateLabel, labelSize } from './gate-label.tsx';
import { messages } from './messages.ts';
import { hasCorners, type Sketch } from './sketch.ts';
import type { TileGate } from './tile-gates.ts';

export interface GateLayerProps extends GateDress {
  readonly gates: readonly TileGate[];
  readonly frame: Frame;
  /** The gate whose handles are shown. */
  readonly chosen: TileGate | undefined;
  readonly selected: string;
  /** The one of them that keys hold. */
  readonly handle: string | undefined;
  readonly isHistogram: boolean;
  /** Which part of the events a box hides. */
  readonly hidden: (box: Frame['box']) => number;
  /** A label was pressed, or put somewhere else. */
  readonly onLabel: (path: string, gate: string, part: number, place: GateLook['label']) => void;
}

/** The gates of a plot: outlines, labels as on paper, and the handles of the chosen one. */
export const GateLayer = memo(function GateLayer(props: GateLayerProps) {
  const { gates, frame, chosen, selected, handle, isHistogram, hidden, looks, labels, onLabel } = props;
  const t = useMessages(messages);
  const titleOf = useTitleOf();
  const dressed = gates.map((gate) => shownGate(dressedGate(gate, { looks, labels, titleOf }, t), isHistogram));
  const outlines = dressed.map(({ gate }) => gateOutline(gate, frame));
  const handles = chosen?.id === undefined ? [] : handlesIn(chosen, frame, isHistogram);
  const requests = dressed.flatMap((gate) => labelRequests(gate, frame));
  const taken = takenBy(
    frame.box,
    outlines,
    handles.map(({ at }) => at),
    heldAt(gates, frame, isHistogram),
  );
  const placed = placeLabels(requests, { frame: frame.box, size: labelSize, hidden, taken });
  const of = gates.flatMap(({ id, populations }) => populations.map(({ path, gate }) => ({ path, id, part: gate?.part ?? 0 })));
  return (
    <>
      {gates.map((gate, i) => {
        const path = pathOf(outlines[i] ?? []);
        const colour = dressed[i]?.colour;
        return (
          <g key={gate.id ?? i}>
            <path className={classes('gate-halo', colour !== undefined && 'is-wide')} d={path} />
            {colour !== undefined && <path className={classes('gate-edge', gate.isForeign && 'is-foreign')} d={path} />}
            <path
              className={classes(
                'gate',
                colour !== undefined && 'is-coloured',
                gate === chosen && 'is-chosen',
                gate.isForeign && 'is-foreign',
              )}
              d={path}
              style={colour === undefined ? undefined : { stroke: colour }}
              data-testid={`gate-${gate.populations[0]?.path ?? ''}`}
            />
          </g>
        );
      })}
      {placed.map((label, i) => (
        <GateLabel
          key={of[i]?.path}
          label={label}
          isSelected={of[i]?.path === selected}
          path={of[i]?.path ?? ''}
          onMoved={(dx, dy) => {
            const { path = '', id, part = 0 } = of[i] ?? {};
            const { x, y } = label.place;
            const isMoved = dx !== 0 || dy !== 0;
            if (id !== undefined)
              onLabel(path, id, part, isMoved ? { x: x + dx / frame.box.width, y: y + dy / frame.box.height } : undefined);
          }}
        />
      ))}
      {handles.map(({ id, at: [x, y], cursor }) => (
        <g key={id} style={{ cursor }} data-testid={`handle-${id}`}>
          <rect className="handle-reach" x={x - 6} y={y - 6} width={12} height={12} />
          <rect className={classes('handle', id === handle && 'is-held')} x={x - 3} y={y - 3} width={6} height={6} />
        </g>
      ))}
    </>
  );
});

/** Whether a press here would take hold of a gate. */
function heldAt(gates: readonly TileGate[], frame: Frame, isHistogram: boolean): (place: Point) => boolean {
  const tests = gates.flatMap(({ id, shown }) => (id !== undefined && movesWhole(shown) ? [partTest(shown)] : []));
  return (place) => {
    const [x, y] = fromPage(frame, place);
    return tests.some((test) => test(isHistogram ? [x, 0] : [x, y]) !== undefined);
  };
}

/** On the page; one that lies beyond the frame cannot be reached. */
const handlesIn = ({ shown }: TileGate, frame: Frame, isHistogram: boolean) =>
  handlesOf(shown, frame)
    .map(({ at, ...handle }) => ({ ...handle, at: toPage(frame, isHistogram ? [at[0], frame.y.min] : at) }))
    .filter(({ at }) => isInBox(frame.box, at));

const isInBox = ({ x, y, width, height }: Frame['box'], [px, py]: Point): boolean =>
  px >= x - 1 && px <= x + width + 1 && py >= y - 1 && py <= y + height + 1;

/** A gate that was drawn and waits for its name. */
export function DraftOutline({
  draft,
  frame,
  isHistogram,
}: {
  readonly draft: GateDraft;
  readonly frame: Frame;
  readonly isHistogram: boolean;
}) {
  const shown = shownGate({ gate: draft.gate, populations: [] }, isHistogram || draft.dimensions.length === 1);
  return <path className="gate is-chosen" d={pathOf(gateOutline(shown.gate, frame))} />;
}

/** A range on a histogram stands over the whole height. */
function shownGate(plotGate: TileGate['plotGate'], isHistogram: boolean): TileGate['plotGate'] {
  const { gate } = plotGate;
  return isHistogram ? { ...plotGate, gate: kindOf(gate).turn?.spread?.(gate, 0) ?? gate } : plotGate;
}

/** What is being drawn. */
export function SketchLayer({ sketch, frame: { box } }: { readonly sketch: Sketch; readonly frame: Frame }) {
  if (hasCorners(sketch)) {
    const points: readonly Point[] = [...sketch.corners, sketch.pointer];
    return (
      <g className="sketch">
        <polyline points={points.map((point) => point.join(',')).join(' ')} />
        {sketch.corners.map(([x, y], i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: corners are only ever added at the end
          <circle key={i} cx={x} cy={y} r={i === 0 ? 4 : 2.5} />
        ))}
      </g>
    );
  }
  if ('path' in sketch)
    return (
      <g className="sketch">
        <polyline points={sketch.path.map((point) => point.join(',')).join(' ')} />
      </g>
    );
  const { from, to, tool } = sketch;
  const [x, width] = [Math.min(from[0], to[0]), Math.abs(from[0] - to[0])];
  const [y, height] = tool.gesture === 'line' ? [box.y, box.height] : [Math.min(from[1], to[1]), Math.abs(from[1] - to[1])];
  return (
    <g className="sketch">
      {tool.gesture === 'oval' ? (
        <ellipse cx={x + width / 2} cy={y + height / 2} rx={width / 2} ry={height / 2} />
      ) : (
        <rect x={x} y={y} width={width} height={height} />
      )}
    </g>
  );
}
