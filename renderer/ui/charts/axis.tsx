import { axisBottom, axisLeft, type Selection, scaleLinear, select } from 'd3';
import { useLayoutEffect, useRef } from 'react';
import type { Transform } from '../../../core/data/transforms/transforms.ts';
import { raisedLift, raisedSize } from '../../../core/show/plot/drawing.ts';
import type { Frame } from '../../../core/show/plot/frame.ts';
import type { Tick } from '../../../core/show/plot/tick.ts';
import { ticksOf } from '../../../core/show/plot/ticks.ts';
import { tickSize } from './tile-frame.ts';

export interface AxisProps {
  readonly side: 'bottom' | 'left';
  readonly frame: Frame;
  readonly transform: Transform;
}

/** An axis by d3 over the display scale; its marks stand at round linear values (decades on a biexponential scale). */
export function Axis({ side, frame, transform }: AxisProps) {
  const group = useRef<SVGGElement>(null);
  useLayoutEffect(() => {
    if (group.current) drawAxis(select(group.current), { side, frame, transform });
  }, [side, frame, transform]);
  const { box } = frame;
  const at = side === 'bottom' ? `translate(0,${box.y + box.height})` : `translate(${box.x},0)`;
  return <g ref={group} className="axis" transform={at} />;
}

const lengths = { major: 4, minor: 2.5 } as const;

function drawAxis(group: Selection<SVGGElement, unknown, null, undefined>, { side, frame, transform }: AxisProps): void {
  const { box } = frame;
  const across = side === 'bottom';
  const { min, max } = across ? frame.x : frame.y;
  const length = across ? box.width : box.height;
  const ticks = ticksOf(transform, { min, max, length, labelSize: tickSize, direction: across ? 'horizontal' : 'vertical' });
  const scale = scaleLinear([min, max], across ? [box.x, box.x + box.width] : [box.y + box.height, box.y]);
  const axis = (across ? axisBottom(scale) : axisLeft(scale)).tickValues(ticks.map(({ position }) => position)).tickFormat(() => '');
  group.call(axis.tickSize(lengths.major).tickSizeOuter(0).tickPadding(3));
  group.select('.domain').remove();
  const marks = group.selectAll<SVGGElement, number>('.tick').data([...ticks]);
  marks.select('line').attr(across ? 'y2' : 'x2', ({ label }) => (label ? lengths.major : lengths.minor) * (across ? 1 : -1));
  marks.select<SVGTextElement>('text').each(function label(tick) {
    writeLabel(select(this), tick);
  });
}

/** `10` with a raised exponent. */
function writeLabel(text: Selection<SVGTextElement, unknown, null, undefined>, { label = [] }: Tick): void {
  text.selectAll('tspan').remove();
  text.text(null).attr('font-size', tickSize);
  for (const { text: part, raised } of label) {
    const span = text.append('tspan').text(part);
    if (raised) span.attr('font-size', tickSize * raisedSize).attr('dy', -tickSize * raisedLift);
  }
}
