import { type PointerEvent, useState } from 'react';
import type { PlacedLabel } from '../../../core/show/plot/gate-label.ts';
import { classes } from '../../ui/classes.ts';

export const labelSize = 11;

export interface GateLabelProps {
  readonly label: PlacedLabel;
  readonly isSelected: boolean;
  readonly path: string;
  /** Put somewhere else, by so many px. */
  readonly onMoved: (dx: number, dy: number) => void;
}

/** A press without a pull this long is none, px. */
const LEAST = 3;

/** The name of a population and its numbers, which a hand can put somewhere else. */
export function GateLabel({ label: { box, align, name, percent, light }, isSelected, path, onMoved }: GateLabelProps) {
  const [pull, setPull] = useState<{ readonly from: readonly [number, number]; readonly by: readonly [number, number] }>();
  const [dx, dy] = pull?.by ?? [0, 0];
  const x = align === 'start' ? box.x + 2 : align === 'end' ? box.x + box.width - 2 : box.x + box.width / 2;
  function onPointerDown(event: PointerEvent<SVGGElement>): void {
    // a tool draws over it
    if (event.button !== 0 || event.currentTarget.closest('.is-drawing') !== null) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    setPull({ from: [event.clientX, event.clientY], by: [0, 0] });
  }
  function onPointerMove(event: PointerEvent<SVGGElement>): void {
    if (pull === undefined) return;
    event.stopPropagation();
    setPull({ ...pull, by: [event.clientX - pull.from[0], event.clientY - pull.from[1]] });
  }
  function onPointerUp(event: PointerEvent<SVGGElement>): void {
    if (pull === undefined) return;
    event.stopPropagation();
    setPull(undefined);
    const by = [event.clientX - pull.from[0], event.clientY - pull.from[1]] as const;
    onMoved(...(Math.hypot(...by) < LEAST ? ([0, 0] as const) : by));
  }
  return (
    <g
      className={classes('gate-label', isSelected && 'is-selected', pull !== undefined && 'is-held')}
      transform={pull === undefined ? undefined : `translate(${dx} ${dy})`}
      data-light={light}
      data-testid={`label-${path}`}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => setPull(undefined)}
    >
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
