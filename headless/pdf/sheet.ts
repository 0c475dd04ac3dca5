import type { PageModel } from '../../core/show/report/model.ts';
import { type Ink, palette } from './ink.ts';

/** A4 in points. */
export const page: { readonly [Side in 'width' | 'height' | 'left' | 'right' | 'top' | 'bottom']: number } = {
  width: 595.28,
  height: 841.89,
  left: 40,
  right: 40,
  top: 66,
  bottom: 62,
};
export const contentWidth = page.width - page.left - page.right;
export const contentHeight = page.height - page.top - page.bottom;

/** Type sizes in points: body, small print and three headings. */
export const sizes = { small: 7, body: 8.5, section: 12, call: 15, title: 20 } as const;

/** Where writing goes on: the current page of one sample's report, and how far down it is filled. */
export interface Sheet<Model extends PageModel = PageModel> {
  readonly ink: Ink;
  readonly model: Model;
  y: number;
  pages: number;
}

export const roomLeft = (sheet: Sheet): number => page.height - page.bottom - sheet.y;

/** Starts a new page where less than `height` is left. Says whether it did. */
export function reserve(sheet: Sheet, height: number): boolean {
  if (roomLeft(sheet) >= height) return false;
  startPage(sheet);
  return true;
}

export function startPage(sheet: Sheet): void {
  const { ink, model } = sheet;
  ink.addPage();
  sheet.pages += 1;
  sheet.y = page.top;
  const style = { size: sizes.small, colour: palette.muted };
  ink.ornament(() => {
    ink.write('Lymphoscope', page.left, 40, { size: sizes.small, weight: 600, colour: palette.accent });
    ink.write(shortLine(ink, model.title, contentWidth * 0.4), page.width / 2, 40, { ...style, align: 'centre' });
    ink.write(shortLine(ink, model.header, contentWidth * 0.28), page.width - page.right, 40, { ...style, align: 'right' });
    hairline(ink, 47);
  });
}

/** A text on one line of the header, shortened in its middle where it is long. */
function shortLine(ink: Ink, line: string, width: number): string {
  const characters = [...line.slice(0, 300)];
  let kept = characters.length;
  const text = (): string =>
    kept === characters.length
      ? characters.join('')
      : `${characters.slice(0, Math.ceil(kept / 2)).join('')}…${characters.slice(characters.length - Math.floor(kept / 2)).join('')}`;
  while (kept > 8 && ink.measure(text(), { size: sizes.small }) > width) kept -= 2;
  return text();
}

/** Written when the number of pages of the file is known; the page is the current one. */
export function writeFooter({ ink, model }: Pick<Sheet, 'ink' | 'model'>, number: number, pages: number): void {
  const y = page.height - 34;
  const style = { size: sizes.small, colour: palette.muted };
  const { researchUse, software, generated, pageOf } = model.footer;
  ink.ornament(() => {
    hairline(ink, y - 12);
    ink.write(researchUse, page.left, y, { ...style, weight: 600 });
    ink.write([software, generated].filter((part) => part !== undefined).join('  ·  '), page.width / 2, y, { ...style, align: 'centre' });
    ink.write(shortLine(ink, pageOf(number, pages), contentWidth * 0.3), page.width - page.right, y, { ...style, align: 'right' });
  });
}

export function hairline(ink: Ink, y: number, x = page.left, width = contentWidth, colour: string = palette.hairline): void {
  ink.ornament(() =>
    ink.pdf
      .save()
      .lineWidth(0.5)
      .moveTo(x, y)
      .lineTo(x + width, y)
      .stroke(colour)
      .restore(),
  );
}
