import { memo } from 'react';
import { kindOf } from '../../../core/gating/gates/gates.ts';
import { type Frame, type Point, toPage } from '../../../core/show/plot/frame.ts';
import { type PlacedLabel, placeLabels } from '../../../core/show/plot/gate-label.ts';
import { gateOutline } from '../../../core/show/plot/gate-outline.ts';
import { labelRequests } from '../../../core/show/plot/label-spots.ts';
import { useMessages } from '../../messages/language.ts';
import type { GateDraft } from '../../store/state.ts';
import { pathOf } from '../../ui/charts/drawn-shapes.tsx';
import { classes } from '../../ui/classes.ts';
import { handlesOf } from './gate-editing.ts';
import { messages } from './messages.ts';
import { hasCorners, type Sketch } from './sketch.ts';
import type { TileGate } from './tile-gates.ts';

export interface GateLayerProps {
  readonly gates: readonly TileGate[];
  readonly frame: Frame;
  /** The gate whose handles are shown. */
  readonly chosen: TileGate | undefined;
  readonly selected: string;
  readonly isHistogram: boolean;
  /** Which part of the events a box hides. */
  readonly hidden: (box: Frame['box']) => number;
}

const labelSize = 11;

/** The gates of a plot: outlines, labels as on paper, and the handles of the chosen one. */
export const GateLayer = memo(function GateLayer({ gates, frame, chosen, selected, isHistogram, hidden }: GateLayerProps) {
  const t = useMessages(messages);
  const requests = gates.flatMap(({ plotGate, isFew }) =>
    labelRequests(shownGate(plotGate, isHistogram), frame).map((request) => (isFew ? { ...request, instead: t('tooFew') } : request)),
  );
  const labels = placeLabels(requests, { frame: frame.box, size: labelSize, hidden });
  const paths = gates.flatMap(({ populations }) => populations.map(({ path }) => path));
  return (
    <>
      {gates.map((gate, i) => {
        const path = pathOf(gateOutline(shownGate(gate.plotGate, isHistogram).gate, frame));
        return (
          <g key={gate.id ?? i}>
            <path className="gate-halo" d={path} />
            <path
              className={classes('gate', gate === chosen && 'is-chosen', gate.isForeign && 'is-foreign')}
              d={path}
              data-testid={`gate-${gate.populations[0]?.path ?? ''}`}
            />
          </g>
        );
      })}
      {labels.map((label, i) => (
        <GateLabel key={paths[i]} label={label} isSelected={paths[i] === selected} />
      ))}
      {chosen?.id !== undefined &&
        handlesOf(chosen.shown, frame).flatMap(({ id, at, cursor }) => {
          const [x, y] = toPage(frame, isHistogram ? [at[0], frame.y.min] : at);
          // one that lies beyond the frame cannot be reached
          if (!isInBox(frame.box, [x, y])) return [];
          return (
            <g key={id} style={{ cursor }} data-testid={`handle-${id}`}>
              <rect className="handle-reach" x={x - 6} y={y - 6} width={12} height={12} />
              <rect className="handle" x={x - 3} y={y - 3} width={6} height={6} />
            </g>
          );
        })}
    </>
  );
});

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

function GateLabel({
  label: { box, align, name, percent, light },
  isSelected,
}: {
  readonly label: PlacedLabel;
  readonly isSelected: boolean;
}) {
  const x = align === 'start' ? box.x + 2 : align === 'end' ? box.x + box.width - 2 : box.x + box.width / 2;
  return (
    <g className={classes('gate-label', isSelected && 'is-selected')} data-light={light}>
      <rect x={box.x} y={box.y} width={box.width} height={box.height} />
      <text x={x} y={box.y + labelSize * 1.05} textAnchor={align}>
        {name}
      </text>
      <text x={x} y={box.y + labelSize * 2.25} textAnchor={align} className="gate-percent">
        {percent}
        {(light === 'amber' || light === 'red') && <tspan className={`gate-light-${light}`}> {lightShapes[light]}</tspan>}
      </text>
    </g>
  );
}

/** The shapes that lights have everywhere: a triangle asks for a look, a square for a person. */
const lightShapes = { amber: '▲', red: '■' } as const;

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
