import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { createPdf, type DocumentModel } from './create-pdf.ts';
import { reportFonts } from './fonts.ts';
import { type Ink, inkOf } from './ink.ts';
import { type Sheet, writeFooter } from './sheet.ts';

/** Writes one PDF of some models, each laid out by `write`, and ends `out`. Rejects where `out` fails. */
export async function writeDocument<Model extends DocumentModel>(
  models: readonly Model[],
  out: Writable,
  write: (ink: Ink, model: Model) => void,
): Promise<void> {
  const pdf = createPdf(models);
  const written = pipeline(pdf, out);
  const laidOut = (async () => {
    const ink = inkOf(pdf, reportFonts());
    for (const model of models) {
      write(ink, model);
      await setImmediate(); // lets the stream drain between samples
    }
    pdf.end();
  })();
  laidOut.catch((error: Error) => pdf.destroy(error));
  await Promise.all([laidOut, written]);
}

/** Footers with page numbers, once all pages of a model are there; then they go out. */
export function numberPages(sheet: Sheet): void {
  const { pdf } = sheet.ink;
  const { start } = pdf.bufferedPageRange();
  for (let number = 1; number <= sheet.pages; number++) {
    pdf.switchToPage(start + number - 1);
    writeFooter(sheet, number);
  }
  pdf.flushPages();
}
