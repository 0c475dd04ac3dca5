import { type Drawing, type PathShape, type RasterShape, raisedLift, raisedSize, type TextShape } from '../../../core/show/plot/drawing.ts';

/** A drawing on a canvas whose units are those of the drawing. */
export function paintOnCanvas(drawing: Drawing, context: CanvasRenderingContext2D): void {
  const { fontFamily } = getComputedStyle(document.body);
  for (const shape of drawing) {
    context.save();
    if (shape.kind === 'path') paintPath(shape, context);
    else if (shape.kind === 'text') paintText(shape, context, fontFamily);
    else paintRaster(shape, context);
    context.restore();
  }
}

function paintPath({ commands, stroke, fill, width = 1, dash = [], opacity = 1 }: PathShape, context: CanvasRenderingContext2D): void {
  context.globalAlpha = opacity;
  context.lineWidth = width;
  context.lineJoin = 'round';
  context.setLineDash([...dash]);
  context.beginPath();
  for (const command of commands) {
    if (command[0] === 'move') context.moveTo(command[1], command[2]);
    else if (command[0] === 'line') context.lineTo(command[1], command[2]);
    else context.closePath();
  }
  if (fill !== undefined) {
    context.fillStyle = fill;
    context.fill();
  }
  if (stroke === undefined) return;
  context.strokeStyle = stroke;
  context.stroke();
}

function paintText(
  { x, y, runs, size, anchor, weight, colour, rotate = 0 }: TextShape,
  context: CanvasRenderingContext2D,
  fontFamily: string,
): void {
  context.translate(x, y);
  context.rotate((rotate * Math.PI) / 180);
  context.fillStyle = colour;
  const parts = runs.map(({ text, raised }) => {
    context.font = `${weight} ${raised ? size * raisedSize : size}px ${fontFamily}`;
    return { text, font: context.font, lift: raised ? raisedLift * size : 0, width: context.measureText(text).width };
  });
  const total = parts.reduce((sum, { width }) => sum + width, 0);
  let at = anchor === 'end' ? -total : anchor === 'middle' ? -total / 2 : 0;
  for (const { text, font, lift, width } of parts) {
    context.font = font;
    context.fillText(text, at, -lift);
    at += width;
  }
}

function paintRaster({ x, y, width, height, columns, rows, pixels }: RasterShape, context: CanvasRenderingContext2D): void {
  // bins stay bins, as in a PDF and in an SVG; only a picture that is finer than the canvas is averaged
  context.imageSmoothingEnabled = columns > width * context.getTransform().a;
  context.imageSmoothingQuality = 'high';
  context.drawImage(canvasOf({ columns, rows, pixels }), x, y, width, height);
}

/** A raster as an address that an image can have. */
export const addressOf = (raster: RasterShape): string => canvasOf(raster).toDataURL('image/png');

function canvasOf({ columns, rows, pixels }: Pick<RasterShape, 'columns' | 'rows' | 'pixels'>): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = columns;
  canvas.height = rows;
  const image = new ImageData(columns, rows);
  image.data.set(pixels);
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  return canvas;
}

/** An SVG document as pixels. */
export async function pictureOfSvg(svg: string, columns: number, rows: number): Promise<Pick<RasterShape, 'columns' | 'rows' | 'pixels'>> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = columns;
  canvas.height = rows;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('the browser gives no canvas');
  context.drawImage(image, 0, 0, columns, rows);
  return { columns, rows, pixels: context.getImageData(0, 0, columns, rows).data };
}

/** Pixels that a canvas of a browser may have along a side. */
const MOST_PIXELS = 16_000;

/** A drawing as PNG with this many dots an inch; its units are points, of which an inch has 72. */
export async function drawingToPng(
  drawing: Drawing,
  { width, height }: { readonly width: number; readonly height: number },
  background: string,
  dotsPerInch: number,
): Promise<Blob> {
  const scale = Math.min(dotsPerInch / 72, MOST_PIXELS / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('the browser gives no canvas');
  context.fillStyle = background;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(canvas.width / width, canvas.height / height);
  paintOnCanvas(drawing, context);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('the browser made no PNG');
  return blob;
}
