import type { CallAnnex, CertificateModel, FindingsAnnex, GatePlot } from '../../core/show/certificate/model.ts';
import { asHistogram, drawHistogram } from '../../core/show/plot/draw-histogram.ts';
import { drawMethodPanels } from '../../core/show/plot/draw-method-panels.ts';
import { drawPlot } from '../../core/show/plot/draw-plot.ts';
import { ruleMark } from '../../core/show/plot/light-mark.ts';
import { themes } from '../../core/show/plot/theme.ts';
import type { AnnexSection } from '../../core/show/report/report-template.ts';
import { palette, type TextStyle } from './ink.ts';
import { paint, paintFigure } from './paint.ts';
import { leadingOf, note, writeHeading, writeParagraph } from './prose.ts';
import { contentWidth, page, reserve, type Sheet, sizes, startPage } from './sheet.ts';
import { writeTable } from './table.ts';

type AnnexSheet = Sheet<CertificateModel>;

const fine: TextStyle = { size: 7.2 };

/** The annexes in the order asked for, each directly behind the one before; the first begins a page. */
export function writeAnnexes(sheet: AnnexSheet, order: readonly AnnexSection[]): void {
  order.forEach((section, i) => {
    if (i === 0) startPage(sheet);
    writers[section](sheet);
  });
}

const writers: { readonly [A in AnnexSection]: (sheet: AnnexSheet) => void } = {
  gates: (sheet) => writeGates(sheet, sheet.model.annexes.gates),
  populations(sheet) {
    const { populations, counts } = sheet.model.annexes;
    writeHeading(sheet, populations.heading, 90);
    writeTable(sheet, populations, { size: 6.6 });
    if (populations.note !== undefined) {
      sheet.y += 4;
      writeParagraph(sheet, populations.note, note);
    }
    for (const table of counts) {
      if (table.rows.length === 0) continue;
      writeSubheading(sheet, table.heading);
      writeTable(sheet, table, { size: 7 });
      if (table.note !== undefined) writeParagraph(sheet, table.note, note);
    }
  },
  call(sheet) {
    const { call } = sheet.model.annexes;
    if (call !== undefined) writeCall(sheet, call);
  },
  findings: (sheet) => writeFindings(sheet, sheet.model.annexes.findings),
};

const across = 3;
const gutter = 12;
const cell = { width: (contentWidth - gutter * (across - 1)) / across, height: 134 } as const;

/** Nine to fifteen plots on a page, in rows of three. */
function writeGates(sheet: AnnexSheet, { heading, note: remark, plots }: CertificateModel['annexes']['gates']): void {
  if (plots.length === 0) return;
  writeHeading(sheet, heading, cell.height + 20);
  writeParagraph(sheet, remark, note);
  sheet.y += 4;
  for (let first = 0; first < plots.length; first += across) {
    reserve(sheet, cell.height);
    plots.slice(first, first + across).forEach((plot, i) => writePlot(sheet, plot, page.left + i * (cell.width + gutter)));
    sheet.y += cell.height;
  }
}

function writePlot({ ink, model, y }: AnnexSheet, { plot, title, histogram, alternative }: GatePlot, x: number): void {
  const look = { size: { width: cell.width, height: cell.height - 6 }, title, language: model.language, labelSize: 5.6 };
  paintFigure(histogram ? drawHistogram(asHistogram(plot), look) : drawPlot(plot, look), alternative, ink, x, y);
}

function writeCall(sheet: AnnexSheet, { heading, facts, declared, reasons, others, figure, note: remark }: CallAnnex): void {
  writeHeading(sheet, heading, 80);
  for (const { label, value } of facts) {
    reserve(sheet, leadingOf(sizes.body));
    if (label !== '') sheet.ink.write(label, page.left, sheet.y + sizes.body, { size: sizes.body, colour: palette.muted });
    writeParagraph(sheet, value, { size: sizes.body, weight: label === '' ? 400 : 600 }, page.left + 44, contentWidth - 44);
  }
  if (declared !== undefined) {
    writeSubheading(sheet, declared.heading);
    writeTable(sheet, declared.table, { size: 7.2 });
  }
  writeSubheading(sheet, reasons.heading);
  for (const { mark, text } of reasons.items) {
    reserve(sheet, leadingOf(fine.size));
    if (mark === 'excludes') sheet.ink.write('–', page.left + 1, sheet.y + fine.size, fine);
    else paint(ruleMark(mark === 'pass', 0, 0, 2.6), sheet.ink, page.left + 4, sheet.y + fine.size * 0.72);
    writeParagraph(sheet, text, fine, page.left + 12, contentWidth - 12);
  }
  if (others.rows.length > 0) {
    writeSubheading(sheet, others.heading);
    writeTable(sheet, others, { size: 7.2 });
  }
  if (figure !== undefined) {
    const { drawing, height } = drawMethodPanels(figure.panels, {
      ...{ width: contentWidth, across: 5, size: 7, theme: themes.light, ramp: 'viridis', accent: palette.accent },
    });
    writeSubheading(sheet, figure.heading, height + 20);
    writeParagraph(sheet, figure.note, note);
    sheet.y += 4;
    paintFigure(drawing, figure.panels.map(({ title }) => title).join(', '), sheet.ink, page.left, sheet.y);
    sheet.y += height;
  }
  sheet.y += 4;
  writeParagraph(sheet, remark, note);
}

function writeFindings(sheet: AnnexSheet, { heading, groups, none, provenance }: FindingsAnnex): void {
  writeHeading(sheet, heading, 60);
  if (groups.length === 0) writeParagraph(sheet, none, fine);
  for (const group of groups) {
    writeSubheading(sheet, group.heading);
    for (const { kind, text } of group.items) {
      reserve(sheet, leadingOf(fine.size));
      sheet.ink.write(kind, page.left, sheet.y + fine.size, { ...fine, colour: palette.muted });
      writeParagraph(sheet, text, fine, page.left + 40, contentWidth - 40);
    }
  }
  writeSubheading(sheet, provenance.heading);
  for (const { label, value } of provenance.facts) {
    reserve(sheet, leadingOf(fine.size));
    sheet.ink.write(sheet.ink.shorten(label, 108, fine), page.left, sheet.y + fine.size, { ...fine, colour: palette.muted });
    writeParagraph(sheet, value, fine, page.left + 114, contentWidth - 114);
  }
}

function writeSubheading(sheet: AnnexSheet, text: string, keepWith = 40): void {
  sheet.y += 8;
  reserve(sheet, 14 + keepWith);
  sheet.ink.as('H2', () => sheet.ink.write(text, page.left, sheet.y + 8.5, { size: 8.5, weight: 600 }));
  sheet.y += 13;
}
