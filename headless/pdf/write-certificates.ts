import type { Writable } from 'node:stream';
import type { CertificateModel, OverviewModel } from '../../core/show/certificate/model.ts';
import type { ReportModel } from '../../core/show/report/model.ts';
import { type AnnexSection, annexSections } from '../../core/show/report/report-template.ts';
import { writeAnnexes } from './annex-pages.ts';
import { finishHead } from './certificate-head.ts';
import { writeCertificatePage } from './certificate-page.ts';
import { writeRest } from './certificate-rest.ts';
import { plainText } from './create-pdf.ts';
import type { Ink } from './ink.ts';
import { writeMissingLetters } from './missing-letters.ts';
import { note, writeHeading, writeParagraph } from './prose.ts';
import { page, type Sheet, startPage } from './sheet.ts';
import { writeTable } from './table.ts';
import { type WrittenPages, writeDocument } from './write-document.ts';
import { writeRecordPart } from './write-report.ts';

export interface CertificatesLayout {
  readonly annexes?: readonly AnnexSection[];
  /** The first page of several. */
  readonly overview?: OverviewModel | undefined;
  /** Analysis records behind the certificates. */
  readonly records?: readonly ReportModel[];
}

/** Writes one PDF: the overview where there is one, then each certificate with its annexes, bookmarked, and ends `out`. The same models give the same bytes. */
export async function writeCertificates(
  models: readonly CertificateModel[],
  out: Writable,
  { annexes = annexSections, overview, records = [] }: CertificatesLayout = {},
): Promise<void> {
  const all: readonly (OverviewModel | CertificateModel | ReportModel)[] = [
    ...(overview === undefined ? [] : [overview]),
    ...models,
    ...records,
  ];
  await writeDocument(all, out, (ink, model) => {
    if ('band' in model) return writeOne(ink, model, annexes);
    return 'table' in model ? writeOverview(ink, model) : writeRecordPart(ink, model);
  });
}

function writeOne(ink: Ink, model: CertificateModel, annexes: readonly AnnexSection[]): WrittenPages {
  ink.addPage();
  ink.pdf.outline.addItem(plainText(model.title));
  const rest = writeCertificatePage(ink, model);
  const sheet: Sheet<CertificateModel> = { ink, model, y: page.top, pages: 0 };
  writeRest(sheet, rest);
  const continued = sheet.pages;
  writeAnnexes(sheet, annexes);
  writeMissingLetters(sheet);
  const finish: WrittenPages['finish'] = (of, own, number, all) => {
    if (own === 1) finishHead(of, model, number, all, sheet.pages - continued);
  };
  return { pages: 1 + sheet.pages, model, finish };
}

function writeOverview(ink: Ink, model: OverviewModel): WrittenPages {
  const sheet: Sheet<OverviewModel> = { ink, model, y: page.top, pages: 0 };
  startPage(sheet);
  ink.pdf.outline.addItem(plainText(model.title));
  writeHeading(sheet, model.title);
  writeParagraph(sheet, model.subtitle, note);
  sheet.y += 6;
  writeTable(sheet, model.table, { size: 7.6 });
  return { pages: sheet.pages, model };
}
