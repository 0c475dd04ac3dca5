import type { Drawing, PathCommand, TextShape } from '../../../core/show/plot/drawing.ts';

/** The paths and texts of a drawing as the window shows them: what core draws, for paper too. */
export function DrawnShapes({ drawing, testId }: { readonly drawing: Drawing; readonly testId?: string }) {
  return (
    <g className="drawn" data-testid={testId}>
      {drawing.map((shape, i) => {
        if (shape.kind === 'raster') return null;
        // biome-ignore lint/suspicious/noArrayIndexKey: a drawing is made anew as a whole
        if (shape.kind === 'text') return <DrawnText key={i} shape={shape} />;
        return (
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: a drawing is made anew as a whole
            key={i}
            d={pathOf(shape.commands)}
            fill={shape.fill ?? 'none'}
            stroke={shape.stroke}
            strokeWidth={shape.width}
            opacity={shape.opacity}
            strokeDasharray={shape.dash?.join(' ')}
          />
        );
      })}
    </g>
  );
}

const DrawnText = ({ shape: { x, y, size, anchor, weight, colour, runs } }: { readonly shape: TextShape }) => (
  <text x={x} y={y} fontSize={size} textAnchor={anchor} fontWeight={weight} fill={colour}>
    {runs.map(({ text }) => text).join('')}
  </text>
);

export const pathOf = (commands: readonly PathCommand[]): string =>
  commands
    .map((command) =>
      command[0] === 'close' ? 'Z' : `${command[0] === 'move' ? 'M' : 'L'}${command[1].toFixed(2)},${command[2].toFixed(2)}`,
    )
    .join('');
