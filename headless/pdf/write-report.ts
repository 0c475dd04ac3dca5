import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import type { ReportModel } from '../../core/report/model.ts';
import { createPdf, plainText } from './create-pdf.ts';
import { writeEvidence, writeFactColumns, writeFacts, writeFindings, writeTableSection } from './detail-sections.ts';
import { writeFirstPage } from './first-page.ts';
import { reportFonts } from './fonts.ts';
import { type Ink, inkOf } from './ink.ts';
import { writePlots } from './plot-pages.ts';
import { page, type Sheet, startPage, writeFooter } from './sheet.ts';

/**
 * Writes one PDF with the reports of some samples, each from a page of its own and with its own page numbers, and ends `out`.
 * The same models give the same bytes. Rejects where `out` fails.
 */
export async function writeReport(models: readonly ReportModel[], out: Writable): Promise<void> {
  const pdf = createPdf(models);
  const written = pipeline(pdf, out);
  const laidOut = (async () => {
    const ink = inkOf(pdf, reportFonts());
    for (const model of models) {
      writeModel(ink, model);
      await setImmediate(); // lets the stream drain between samples
    }
    pdf.end();
  })();
  laidOut.catch((error: Error) => pdf.destroy(error));
  await Promise.all([laidOut, written]);
}

function writeModel(ink: Ink, model: ReportModel): void {
  const sheet: Sheet = { ink, model, y: page.top, pages: 0 };
  writeFirstPage(sheet);
  ink.pdf.outline.addItem(plainText(model.title)); // a reader's side bar lists the samples
  writeFactColumns(sheet, model.sample);
  if (model.plots.plots.length > 0) startPage(sheet);
  writePlots(sheet);
  writeTableSection(sheet, model.populations);
  for (const table of model.medians) writeTableSection(sheet, table);
  writeEvidence(sheet);
  writeFindings(sheet);
  writeFacts(sheet, model.provenance);
  writeTableSection(sheet, model.channels);
  numberPages(sheet);
}

function numberPages(sheet: Sheet): void {
  const { pdf } = sheet.ink;
  const { start } = pdf.bufferedPageRange();
  for (let number = 1; number <= sheet.pages; number++) {
    pdf.switchToPage(start + number - 1);
    writeFooter(sheet, number);
  }
  pdf.flushPages();
}
