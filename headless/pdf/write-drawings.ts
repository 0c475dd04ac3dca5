import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import type { Language } from '../../core/base/message.ts';
import type { DrawnPage } from '../../core/contract/drawn-pages.ts';
import { plainText } from './create-pdf.ts';
import { reportFonts } from './fonts.ts';
import { inkOf } from './ink.ts';
import { paintFigure } from './paint.ts';

/** Writes drawings as the pages of one PDF, each as large as it is, and ends `out`. Rejects where `out` fails. */
export async function writeDrawings(
  pages: readonly DrawnPage[],
  out: Writable,
  about: { readonly title: string; readonly language: Language; readonly software: string; readonly generatedAt: string },
): Promise<void> {
  const pdf = new PDFDocument({
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    lang: about.language,
    displayTitle: true,
    tagged: true,
    info: { Title: plainText(about.title), Creator: plainText(about.software), CreationDate: new Date(about.generatedAt) },
  });
  const written = pipeline(pdf, out);
  const drawn = (async () => {
    const ink = inkOf(pdf, reportFonts());
    for (const { title, width, height, drawing } of pages) {
      pdf.addPage({ size: [width, height], margin: 0 });
      paintFigure(drawing, title, ink, 0, 0);
      await setImmediate(); // a cancel comes through between pages
    }
    ink.end();
    pdf.end();
  })();
  drawn.catch((error: Error) => pdf.destroy(error));
  await Promise.all([drawn, written]);
}
