import type { Drawing, PathCommand } from '../../../core/show/plot/drawing.ts';

/** The paths of a drawing as the window shows them: what core draws, for paper too. */
export function DrawnPaths({ drawing }: { readonly drawing: Drawing }) {
  return (
    <g className="drawn">
      {drawing.map(
        (shape, i) =>
          shape.kind === 'path' && (
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
          ),
      )}
    </g>
  );
}

export const pathOf = (commands: readonly PathCommand[]): string =>
  commands
    .map((command) =>
      command[0] === 'close' ? 'Z' : `${command[0] === 'move' ? 'M' : 'L'}${command[1].toFixed(2)},${command[2].toFixed(2)}`,
    )
    .join('');
