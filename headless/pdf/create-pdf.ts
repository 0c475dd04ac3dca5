import PDFDocument from 'pdfkit';
import type { PageModel } from '../../core/show/report/model.ts';
import { reportFonts } from './fonts.ts';
import { glyphRuns } from './glyph-runs.ts';
import type { Pdf } from './ink.ts';

export interface DocumentModel extends PageModel {
  /** ISO 8601; absent where no clock is to be believed. */
  readonly generatedAt: string | undefined;
  /** What the document is about, in hex: tells reports apart. */
  readonly digest: string;
}

/** An empty document with its metadata; nothing in it comes from a clock or from chance. */
export function createPdf(models: readonly DocumentModel[]): Pdf {
  const [first] = models;
  if (!first) throw new Error('a report of no sample');
  return new PDFDocument({
    size: first.paper === 'letter' ? 'LETTER' : 'A4',
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    lang: first.language,
    displayTitle: true,
    tagged: true,
    subset: 'PDF/A-2b',
    info: {
      Title: models.length === 1 ? plainText(`${first.header}: ${first.title}`) : plainText(`${first.header} (${models.length})`),
      Subject: first.footer.researchUse,
      Creator: plainText(first.footer.software),
      // pdfkit makes the file's ID from what stands here: the digests tell reports apart
      Keywords: models.map(({ digest }) => digest).join(' '),
      // pdfkit asks for a date and would take the clock's; the epoch says that none was given
      CreationDate: new Date(first.generatedAt ?? 0),
    },
  });
}

/** A name as it is printed, for the document's metadata, which pdfkit copies into XML as it stands. */
export function plainText(text: string): string {
  const printed = glyphRuns(text, reportFonts()[400])
    .map((run) => run.text)
    .join('');
  return printed.replaceAll('&', '＆').replaceAll('<', '＜').replaceAll('>', '＞');
}
