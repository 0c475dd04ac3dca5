import type { CertificateModel, Tone } from '../../core/show/certificate/model.ts';
import { type Box, rectangleArea } from '../../core/show/plot/drawing.ts';
import { lightColours } from '../../core/show/plot/light-mark.ts';
import type { Rest } from './certificate-rest.ts';
import { type Ink, palette, type TextStyle } from './ink.ts';
import { paint } from './paint.ts';
import { contentWidth, page } from './sheet.ts';

/** The content of a certificate's page; the foot stands below. */
export const frame = { left: page.left, width: contentWidth, top: 36, bottom: page.height - 56 } as const;
export const right = frame.left + frame.width;

export const small: TextStyle = { size: 6.5, colour: palette.muted };
export const body: TextStyle = { size: 7.8 };
export const label: TextStyle = { size: 7, weight: 600 };
export const section: TextStyle = { size: 9, weight: 600 };
/** Of the lines of tables. */
export const grid = '#9aa4ad';

export const toneColours: { readonly [T in Tone]: string } = {
  good: lightColours.green,
  review: lightColours.amber,
  bad: lightColours.red,
  quiet: palette.muted,
};

/** Where writing goes on, down the one page. */
export interface Place {
  readonly ink: Ink;
  readonly model: CertificateModel;
  /** What has no room on it. */
  readonly rest: Rest;
  y: number;
}

export function box(ink: Ink, area: Box, fill: string | undefined, stroke: string): void {
  paint([rectangleArea(area, { ...(fill === undefined ? {} : { fill }), stroke, width: 0.5 })], ink, 0, 0);
}

export const middleOf = (y: number, height: number, lines: number, leading: number): number =>
  y + (height - lines * leading) / 2 + leading * 0.76;

export function writeLines(ink: Ink, lines: readonly string[], x: number, y: number, style: TextStyle, leading: number): void {
  lines.forEach((text, i) => ink.write(text, x, y + i * leading, style));
}
