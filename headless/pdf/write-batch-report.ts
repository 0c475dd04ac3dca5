import type { Writable } from 'node:stream';
import { drawIndividuals } from '../../core/show/plot/draw-individuals.ts';
import { drawStackedBars } from '../../core/show/plot/draw-stacked-bars.ts';
import { rectangleArea } from '../../core/show/plot/drawing.ts';
import type { BatchModel } from '../../core/show/report/batch-model.ts';
import { type BatchSection, batchSections } from '../../core/show/report/report-template.ts';
import { plainText } from './create-pdf.ts';
import { writeFactColumns, writeFacts, writeTableSection } from './detail-sections.ts';
import { writeTitle } from './first-page.ts';
import type { Ink } from './ink.ts';
import { writeMissingLetters } from './missing-letters.ts';
import { paint } from './paint.ts';
import { body, note, writeHeading, writeParagraph } from './prose.ts';
import { contentWidth, page, reserve, type Sheet, sizes, startPage } from './sheet.ts';
import { type WrittenPages, writeDocument } from './write-document.ts';

/** Writes the report of a batch as one PDF and ends `out`. The same model gives the same bytes. */
export const writeBatchReport = (model: BatchModel, out: Writable, sections: readonly BatchSection[] = batchSections): Promise<void> =>
  writeDocument([model], out, (ink, of) => write(ink, of, sections));

function write(ink: Ink, model: BatchModel, sections: readonly BatchSection[]): WrittenPages {
  const sheet: Sheet<BatchModel> = { ink, model, y: page.top, pages: 0 };
  startPage(sheet);
  writeTitle(sheet);
  ink.pdf.outline.addItem(plainText(model.title));
  for (const section of sections) writers[section](sheet);
  writeMissingLetters(sheet);
  return { pages: sheet.pages, model };
}

const writers: { readonly [S in BatchSection]: (sheet: Sheet<BatchModel>) => void } = {
  lots: (sheet) => writeTableSection(sheet, sheet.model.lots),
  summary: (sheet) => writeFactColumns(sheet, sheet.model.summary),
  calls(sheet) {
    writeTableSection(sheet, sheet.model.calls);
    writeTableSection(sheet, sheet.model.lights);
  },
  charts: writeCharts,
  changes(sheet) {
    const { heading, none, facts, tables } = sheet.model.changes;
    if (none === undefined) writeFacts(sheet, facts);
    else {
      writeHeading(sheet, heading);
      writeParagraph(sheet, none, body);
    }
    for (const table of tables) writeTableSection(sheet, table);
  },
  runs: (sheet) => writeTableSection(sheet, sheet.model.runs),
  failures(sheet) {
    const { failures } = sheet.model;
    if (failures.rows.length > 0) return writeTableSection(sheet, failures);
    writeHeading(sheet, failures.heading);
    writeParagraph(sheet, failures.none, body);
  },
  provenance: (sheet) => writeFacts(sheet, sheet.model.provenance),
};

const chartHeight = 150;

function writeCharts(sheet: Sheet<BatchModel>): void {
  const { heading, composition, individuals } = sheet.model.charts;
  const box = { width: contentWidth, height: chartHeight };
  writeHeading(sheet, heading, chartHeight + 40);
  if (composition.runs.length > 0) {
    chartTitle(sheet, composition.title);
    writeLegend(sheet, composition.legend);
    paint(drawStackedBars(composition.runs, box), sheet.ink, page.left, sheet.y);
    sheet.y += chartHeight + 14;
  }
  for (const { title, note: remark, chart } of individuals) {
    reserve(sheet, (chart === undefined ? 0 : chartHeight) + 40);
    chartTitle(sheet, title);
    if (chart !== undefined) {
      paint(drawIndividuals(chart, box), sheet.ink, page.left, sheet.y);
      sheet.y += chartHeight + 8;
    }
    writeParagraph(sheet, remark, note);
    sheet.y += 10;
  }
}

function writeLegend(sheet: Sheet<BatchModel>, legend: BatchModel['charts']['composition']['legend']): void {
  let x = page.left + 30;
  for (const { name, swatch } of legend) {
    paint([rectangleArea({ x: 0, y: 0, width: 7, height: 7 }, { fill: swatch })], sheet.ink, x, sheet.y);
    x += 11 + sheet.ink.write(name, x + 11, sheet.y + sizes.small - 0.5, { size: sizes.small }) + 14;
  }
  sheet.y += 14;
}

function chartTitle(sheet: Sheet<BatchModel>, title: string): void {
  writeParagraph(sheet, title, { size: sizes.body, weight: 600 });
  sheet.y += 6;
}
