import { drawCompositionBar } from '../../core/show/plot/composition-bar.ts';
import { drawPlot } from '../../core/show/plot/draw-plot.ts';
import { ruleMark } from '../../core/show/plot/light-mark.ts';
import type { ReportModel } from '../../core/show/report/model.ts';
import { palette, type TextStyle } from './ink.ts';
import { paint } from './paint.ts';
import { body, leadingOf, note, writeBlock, writeHeading, writeParagraph } from './prose.ts';
import { contentWidth, hairline, page, reserve, type Sheet, sizes, startPage } from './sheet.ts';
import { writeTable } from './table.ts';

const plotSide = 232;
const gutter = 26;

/** What the sample is, the call with its reasons beside the four-way plot, and the composition. */
export function writeFirstPage(sheet: Sheet<ReportModel>): void {
  startPage(sheet);
  writeTitle(sheet);
  const top = sheet.y;
  const plotBottom = writeFourWay(sheet, top);
  const hasPlot = plotBottom > top;
  const { pages } = sheet;
  writeCall(sheet, hasPlot ? contentWidth - plotSide - gutter : contentWidth);
  if (sheet.pages === pages) sheet.y = Math.max(plotBottom, sheet.y);
  writeComposition(sheet);
}

const logoBox = { width: 120, height: 42 } as const;

/** Title and subtitle, and a laboratory's logo beside them. */
export function writeTitle(sheet: Sheet): void {
  const { title, subtitle, logo } = sheet.model;
  const large = { size: sizes.title, weight: 600 } as const;
  const width = logo === undefined ? contentWidth : contentWidth - logoBox.width - gutter;
  if (logo !== undefined)
    sheet.ink.pdf.image(Buffer.from(logo), page.width - page.right - logoBox.width, sheet.y, {
      fit: [logoBox.width, logoBox.height],
      align: 'right',
    });
  const bottom = logo === undefined ? 0 : sheet.y + logoBox.height;
  const isLong = sheet.ink.wrap(title.slice(0, 400), width, large).length > 2;
  writeParagraph(sheet, title, isLong ? { ...large, size: sizes.section } : large, page.left, width, 1.3);
  sheet.y += 2;
  writeParagraph(sheet, subtitle, { size: sizes.body, colour: palette.muted }, page.left, width);
  sheet.y = Math.max(sheet.y, bottom) + 8;
  hairline(sheet.ink, sheet.y);
  sheet.y += 16;
}

function writeFourWay(sheet: Sheet<ReportModel>, top: number): number {
  const { model, ink } = sheet;
  const { fourWay } = model.plots;
  if (!fourWay) return top;
  const x = page.width - page.right - plotSide;
  const drawing = drawPlot(fourWay.plot, {
    size: { width: plotSide, height: plotSide },
    title: fourWay.title,
    language: model.language,
    labelSize: 7,
  });
  paint(drawing, ink, x, top - 4);
  return writeBlock(sheet, fourWay.caption, note, x + 7 * 5.2, top + plotSide - 2, plotSide - 7 * 5.2, 4);
}

function writeCall(sheet: Sheet<ReportModel>, width: number): void {
  const { call } = sheet.model;
  const write = (text: string, style: TextStyle, after = 0): void => {
    writeParagraph(sheet, text, style, page.left, width);
    sheet.y += after;
  };
  write(call.heading, { size: sizes.small, weight: 600, colour: palette.accent }, 3);
  write(call.lead, body);
  write(call.group, { size: sizes.call, weight: 600 }, 2);
  for (const fact of call.facts) write(fact, { ...body, colour: palette.muted });
  sheet.y += 8;
  write(call.reasonsHeading, { ...note, weight: 600 }, 1);
  for (const reason of call.reasons) writeReason(sheet, reason, width);
  if (call.missing) {
    sheet.y += 6;
    write(call.missing.heading, { ...note, weight: 600 }, 1);
    write(call.missing.items.join(', '), body);
  }
  sheet.y += 8;
  write(call.caveat, note);
}

function writeReason(sheet: Sheet, { mark, word, text }: ReportModel['call']['reasons'][number], width: number): void {
  const { ink } = sheet;
  reserve(sheet, leadingOf(sizes.body) * 2);
  const wordWidth = ink.measure(word, note) + 8;
  if (mark === 'excludes') ink.write('–', page.left + 1, sheet.y + sizes.body, body);
  else paint(ruleMark(mark === 'pass', 0, 0, 3), ink, page.left + 4, sheet.y + sizes.body * 0.72);
  ink.write(word, page.left + width, sheet.y + sizes.body, { ...note, align: 'right' });
  writeParagraph(sheet, text, body, page.left + 14, width - 14 - wordWidth);
  sheet.y += 2;
}

function writeComposition(sheet: Sheet<ReportModel>): void {
  const { composition, beside } = sheet.model;
  if (!composition) {
    writeBeside(sheet, beside);
    return;
  }
  writeHeading(sheet, composition.heading, 140);
  const height = 16;
  paint(drawCompositionBar(composition.data, { width: contentWidth, height }), sheet.ink, page.left, sheet.y);
  sheet.y += height + 12;
  writeTable(sheet, composition);
  sheet.y += 5;
  writeParagraph(sheet, composition.caption, note);
  writeParagraph(sheet, composition.note, note);
  writeBeside(sheet, beside);
}

/** Compensation, cautions, what is withheld: never far from the numbers. */
function writeBeside(sheet: Sheet, lines: readonly string[]): void {
  sheet.y += 6;
  for (const line of lines) writeParagraph(sheet, line, note);
}
