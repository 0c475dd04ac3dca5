import { palette, type TextStyle } from './ink.ts';
import { contentWidth, page, reserve, roomLeft, type Sheet, sizes, startPage } from './sheet.ts';

const lineSpacing = 1.5;

export const leadingOf = (size: number): number => size * lineSpacing;

/** A section's heading; stays with at least `with` points of what follows. */
export function writeHeading(sheet: Sheet, text: string, keepWith = 48): void {
  if (sheet.y > page.top) sheet.y += 20;
  reserve(sheet, 22 + keepWith);
  sheet.ink.write(text, page.left, sheet.y + sizes.section, { size: sizes.section, weight: 600, colour: palette.accent });
  sheet.y += 22;
}

/** Wrapped lines from `sheet.y` on, going to a new page where they must. */
export function writeParagraph(
  sheet: Sheet,
  text: string,
  style: TextStyle,
  x = page.left,
  width = contentWidth,
  spacing = lineSpacing,
): void {
  const leading = style.size * spacing;
  for (const line of sheet.ink.wrap(text, width, style)) {
    if (roomLeft(sheet) < leading) startPage(sheet);
    sheet.ink.write(line, x, sheet.y + style.size, style);
    sheet.y += leading;
  }
}

/** At most so many lines, with an ellipsis where more would follow. */
export function limited(lines: readonly string[], most: number): readonly string[] {
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1]!.slice(0, -1)}…`];
}

/** Wrapped lines in a fixed place, without turning pages. Returns the y below them. */
export function writeBlock(sheet: Sheet, text: string, style: TextStyle, x: number, y: number, width: number, most = 12): number {
  const leading = leadingOf(style.size);
  const lines = limited(sheet.ink.wrap(text, width, style), most);
  lines.forEach((line, i) => {
    sheet.ink.write(line, x, y + style.size + i * leading, style);
  });
  return y + lines.length * leading;
}

export const note = { size: sizes.small, colour: palette.muted } satisfies TextStyle;
export const body = { size: sizes.body } satisfies TextStyle;
