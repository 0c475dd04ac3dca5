import { memo, useMemo } from 'react';
import { type Drawing, type RasterShape, raisedLift, raisedSize, type Shape, type TextShape } from '../../../core/show/plot/drawing.ts';

/** A drawing list inside an SVG: what a report prints, in the window and in a file of its own. */
export const DrawingSvg = memo(function DrawingSvg({ drawing }: { readonly drawing: Drawing }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the shapes of a drawing have no other name than their place
  return drawing.map((shape, i) => <SvgShape key={i} shape={shape} />);
});

function SvgShape({ shape }: { readonly shape: Shape }) {
  if (shape.kind === 'raster') return <SvgRaster shape={shape} />;
  if (shape.kind === 'text') return <SvgText shape={shape} />;
  const { commands, fill = 'none', stroke, width, dash, opacity } = shape;
  const d = commands.map(([kind, x, y]) => (kind === 'close' ? 'Z' : `${kind === 'move' ? 'M' : 'L'}${rounded(x)} ${rounded(y)}`)).join('');
  return <path d={d} fill={fill} stroke={stroke} strokeWidth={width} strokeDasharray={dash?.join(' ')} opacity={opacity} />;
}

function SvgText({ shape }: { readonly shape: TextShape }) {
  const { x, y, runs, size, anchor, weight, colour, rotate } = shape;
  const turned = rotate === undefined ? {} : { transform: `rotate(${rotate} ${rounded(x)} ${rounded(y)})` };
  return (
    <text x={rounded(x)} y={rounded(y)} fontSize={size} fontWeight={weight} textAnchor={anchor} fill={colour} {...turned}>
      {runs.map(({ text, raised }) =>
        raised === true ? (
          <tspan key={text} fontSize={size * raisedSize} dy={-raisedLift * size}>
            {text}
          </tspan>
        ) : (
          <tspan key={text}>{text}</tspan>
        ),
      )}
    </text>
  );
}

function SvgRaster({ shape: { x, y, width, height, columns, rows, pixels } }: { readonly shape: RasterShape }) {
  const href = useMemo(() => pngOf(pixels, columns, rows), [pixels, columns, rows]);
  return <image href={href} x={x} y={y} width={width} height={height} preserveAspectRatio="none" style={{ imageRendering: 'pixelated' }} />;
}

function pngOf(pixels: Uint8ClampedArray, width: number, height: number): string {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.putImageData(new ImageData(new Uint8ClampedArray(pixels), width, height), 0, 0);
  return canvas.toDataURL('image/png');
}

const rounded = (value: number): number => Math.round(value * 10) / 10;
