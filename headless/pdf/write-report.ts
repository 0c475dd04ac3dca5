import type { Writable } from 'node:stream';
import type { ReportModel } from '../../core/show/report/model.ts';
import { type RunSection, runSections } from '../../core/show/report/report-template.ts';
import { plainText } from './create-pdf.ts';
import { writeEvidence, writeFactColumns, writeFacts, writeFindings, writeTableSection } from './detail-sections.ts';
import { writeFirstPage } from './first-page.ts';
import type { Ink } from './ink.ts';
import { writeMethodsFigure } from './methods-figure.ts';
import { writeMissingLetters } from './missing-letters.ts';
import { writePlots } from './plot-pages.ts';
import { page, type Sheet, startPage } from './sheet.ts';
import { type WrittenPages, writeDocument } from './write-document.ts';

/**
 * Writes one PDF with the reports of some samples, each from a page of its own, and ends `out`.
 * The same models give the same bytes. Rejects where `out` fails.
 */
export const writeReport = (models: readonly ReportModel[], out: Writable, sections: readonly RunSection[] = runSections): Promise<void> =>
  writeDocument(models, out, (ink, model) => writeRecordPart(ink, model, sections));

const writers: { readonly [S in RunSection]: (sheet: Sheet<ReportModel>) => void } = {
  sample: (sheet) => writeFactColumns(sheet, sheet.model.sample),
  culture(sheet) {
    writeTableSection(sheet, sheet.model.methods);
    writeMethodsFigure(sheet);
    writeTableSection(sheet, sheet.model.features);
  },
  plots(sheet) {
    if (sheet.model.plots.plots.length > 0) startPage(sheet);
    writePlots(sheet);
  },
  populations(sheet) {
    writeTableSection(sheet, sheet.model.populations);
    for (const table of sheet.model.counts) writeTableSection(sheet, table);
  },
  medians(sheet) {
    for (const table of sheet.model.medians) writeTableSection(sheet, table);
  },
  gates: writeEvidence,
  findings: writeFindings,
  provenance: (sheet) => writeFacts(sheet, sheet.model.provenance),
  channels: (sheet) => writeTableSection(sheet, sheet.model.channels),
};

/** The pages of one sample. */
export function writeRecordPart(ink: Ink, model: ReportModel, sections: readonly RunSection[] = runSections): WrittenPages {
  const sheet: Sheet<ReportModel> = { ink, model, y: page.top, pages: 0 };
  writeFirstPage(sheet);
  ink.pdf.outline.addItem(plainText(model.title)); // a reader's side bar lists the samples
  for (const section of sections) writers[section](sheet);
  writeMissingLetters(sheet);
  return { pages: sheet.pages, model };
}
