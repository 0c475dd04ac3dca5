import { crc32, deflateSync } from 'node:zlib';

/**
 * An RGB picture as PNG (ISO/IEC 15948) without alpha, which a PDF can embed as it is. `pixels` is RGBA, row by row from the top.
 * At most 256 colours, as a density ramp has, are stored with a palette.
 */
export function encodePng(pixels: Uint8ClampedArray, columns: number, rows: number): Buffer {
  if (pixels.length !== columns * rows * 4) throw new Error(`png: ${pixels.length} bytes for ${columns} x ${rows} pixels`);
  const palette = paletteOf(pixels);
  const bytesPerPixel = palette ? 1 : 3;
  const lines = Buffer.alloc(rows * (1 + columns * bytesPerPixel));
  for (let pixel = 0; pixel < columns * rows; pixel++) {
    const row = Math.floor(pixel / columns);
    const at = row * (1 + columns * bytesPerPixel) + 1 + (pixel % columns) * bytesPerPixel; // each line starts with filter type 0
    const colour = colourAt(pixels, pixel);
    if (palette) lines[at] = palette.get(colour)!;
    else lines.writeUIntBE(colour, at, 3);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(columns, 0);
  header.writeUInt32BE(rows, 4);
  header[8] = 8;
  header[9] = palette ? 3 : 2;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const colours = palette ? [chunk('PLTE', Buffer.concat([...palette.keys()].map(rgb)))] : [];
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    ...colours,
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const colourAt = (pixels: Uint8ClampedArray, pixel: number): number =>
  (pixels[pixel * 4]! << 16) | (pixels[pixel * 4 + 1]! << 8) | pixels[pixel * 4 + 2]!;

const rgb = (colour: number): Buffer => Buffer.from([colour >> 16, (colour >> 8) & 255, colour & 255]);

function paletteOf(pixels: Uint8ClampedArray): ReadonlyMap<number, number> | undefined {
  const palette = new Map<number, number>();
  for (let pixel = 0; pixel < pixels.length / 4; pixel++) {
    const colour = colourAt(pixels, pixel);
    if (!palette.has(colour)) palette.set(colour, palette.size);
    if (palette.size > 256) return undefined;
  }
  return palette;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
