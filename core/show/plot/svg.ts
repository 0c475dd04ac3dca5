import { type Drawing, type PathShape, type RasterShape, raisedLift, raisedSize, type Shape, type TextShape } from './drawing.ts';

export interface SvgLook {
  readonly width: number;
  readonly height: number;
  /** What lies below everything; nothing where absent. */
  readonly background?: string;
  /** What the picture shows, for who hears it. */
  readonly title: string;
  /** A raster as an address that an image can have: PNG as a data URL. Core has no encoder of its own. */
  readonly address: (raster: RasterShape) => string;
}

/** Faces in the order in which they are looked for, as the window has them: Japanese behind Latin. */
const faces = "system-ui, -apple-system, 'Segoe UI', 'Helvetica Neue', Arial, 'Noto Sans JP', 'Hiragino Sans', 'Yu Gothic', sans-serif";

/** A drawing as an SVG document of its own: texts stay texts, lines lines; only events are a picture in it. */
export function drawingToSvg(drawing: Drawing, { width, height, background, title, address }: SvgLook): string {
  const ground = background === undefined ? '' : `<rect width="${num(width)}" height="${num(height)}" fill="${background}"/>`;
  const size = `width="${num(width)}" height="${num(height)}" viewBox="0 0 ${num(width)} ${num(height)}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="${faces}" role="img">`,
    `<title>${escaped(title)}</title>`,
    ground,
    ...drawing.map((shape) => elementOf(shape, address)),
    '</svg>\n',
  ].join('\n');
}

function elementOf(shape: Shape, address: SvgLook['address']): string {
  if (shape.kind === 'path') return pathElement(shape);
  return shape.kind === 'text' ? textElement(shape) : rasterElement(shape, address);
}

function pathElement({ commands, stroke, fill, width = 1, dash, opacity = 1 }: PathShape): string {
  const letters = { move: 'M', line: 'L' } as const;
  const d = commands
    .map((command) => (command[0] === 'close' ? 'Z' : `${letters[command[0]]}${num(command[1])} ${num(command[2])}`))
    .join('');
  const line = stroke === undefined ? '' : ` stroke="${stroke}" stroke-width="${num(width)}" stroke-linejoin="round"`;
  const dashes = dash === undefined ? '' : ` stroke-dasharray="${dash.map(num).join(' ')}"`;
  return `<path d="${d}" fill="${fill ?? 'none'}"${line}${dashes}${opacity === 1 ? '' : ` opacity="${num(opacity)}"`}/>`;
}

function textElement({ x, y, runs, size, anchor, weight, colour, rotate }: TextShape): string {
  let lift = 0;
  const spans = runs.map(({ text, raised }) => {
    const to = raised ? -raisedLift * size : 0;
    const dy = to - lift;
    lift = to;
    return `<tspan${dy === 0 ? '' : ` dy="${num(dy)}"`}${raised ? ` font-size="${num(size * raisedSize)}"` : ''}>${escaped(text)}</tspan>`;
  });
  const turned = rotate ? ` transform="rotate(${num(rotate)} ${num(x)} ${num(y)})"` : '';
  const look = `font-size="${num(size)}" font-weight="${weight}" text-anchor="${anchor}" fill="${colour}"`;
  return `<text x="${num(x)}" y="${num(y)}" ${look}${turned} xml:space="preserve">${spans.join('')}</text>`;
}

const rasterElement = (shape: RasterShape, address: SvgLook['address']): string =>
  `<image x="${num(shape.x)}" y="${num(shape.y)}" width="${num(shape.width)}" height="${num(shape.height)}" preserveAspectRatio="none" image-rendering="pixelated" href="${address(shape)}"/>`;

/** To a thousandth of a point, without what it needs no digits for. */
const num = (value: number): string => String(Math.round(value * 1000) / 1000);

/** Half of a surrogate pair and control characters have no place in XML, escaped or not. */
const escaped = (text: string): string =>
  text
    .replace(/\p{Cs}|\p{Cc}|[\ufffe\uffff]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
