import { drawPlot } from '../../core/show/plot/draw-plot.ts';
import type { CaptionedPlot, ReportModel } from '../../core/show/report/model.ts';
import { paint } from './paint.ts';
import { leadingOf, note, writeBlock, writeHeading, writeParagraph } from './prose.ts';
import { contentWidth, page, reserve, type Sheet } from './sheet.ts';

const gutter = 22;
const cellWidth = (contentWidth - gutter) / 2;
const plotHeight = 184;
const labelSize = 6.5;
const captionIndent = labelSize * 5.2;
/** The whole path of a population also stands in the table. */
const mostCaptionLines = 4;

/** The gating plots in the order of the strategy, two in a row, each over its caption. */
export function writePlots(sheet: Sheet<ReportModel>): void {
  const { heading, note: remark, plots } = sheet.model.plots;
  if (plots.length === 0) return;
  writeHeading(sheet, heading, plotHeight + 60);
  writeParagraph(sheet, remark, note);
  sheet.y += 8;
  for (let first = 0; first < plots.length; first += 2) writePair(sheet, plots.slice(first, first + 2));
}

function writePair(sheet: Sheet<ReportModel>, pair: readonly CaptionedPlot[]): void {
  const captionWidth = cellWidth - captionIndent;
  const lines = Math.min(mostCaptionLines, Math.max(...pair.map(({ caption }) => sheet.ink.wrap(caption, captionWidth, note).length)));
  reserve(sheet, plotHeight + lines * leadingOf(note.size) + 4);
  const bottoms = pair.map(({ plot, title, caption }, column) => {
    const x = page.left + column * (cellWidth + gutter);
    paint(
      drawPlot(plot, { size: { width: cellWidth, height: plotHeight }, title, language: sheet.model.language, labelSize }),
      sheet.ink,
      x,
      sheet.y,
    );
    return writeBlock(sheet, caption, note, x + captionIndent, sheet.y + plotHeight + 1, captionWidth, mostCaptionLines);
  });
  sheet.y = Math.max(...bottoms) + 10;
}
