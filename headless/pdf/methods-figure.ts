import { drawMethodPanels } from '../../core/show/plot/draw-method-panels.ts';
import { themes } from '../../core/show/plot/theme.ts';
import type { ReportModel } from '../../core/show/report/model.ts';
import { palette } from './ink.ts';
import { paint } from './paint.ts';
import { leadingOf, note, writeHeading, writeParagraph } from './prose.ts';
import { contentWidth, page, type Sheet } from './sheet.ts';

/** The methods side by side, whole on one page. */
export function writeMethodsFigure(sheet: Sheet<ReportModel>): void {
  const figure = sheet.model.methodsFigure;
  if (figure === undefined) return;
  const { drawing, height } = drawMethodPanels(figure.panels, {
    width: contentWidth,
    across: 5,
    size: 7,
    theme: themes.light,
    ramp: 'viridis',
    accent: palette.accent,
  });
  const lines = sheet.ink.wrap(figure.note, contentWidth, note).length;
  writeHeading(sheet, figure.heading, height + lines * leadingOf(note.size) + 10);
  writeParagraph(sheet, figure.note, note);
  sheet.y += 6;
  paint(drawing, sheet.ink, page.left, sheet.y);
  sheet.y += height;
}
