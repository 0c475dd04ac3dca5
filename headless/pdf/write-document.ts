import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import type { PageModel } from '../../core/show/report/model.ts';
import { createPdf, type DocumentModel } from './create-pdf.ts';
import { reportFonts } from './fonts.ts';
import { type Ink, inkOf } from './ink.ts';
import { writeFooter } from './sheet.ts';

/** Pages that one model fills, and what is written on each once the number of all pages is known. */
export interface WrittenPages {
  readonly pages: number;
  readonly model: PageModel;
  readonly finish?: (ink: Ink, own: number, page: number, pages: number) => void;
}

/** Writes one PDF of some models, each laid out by `write`, numbers its pages through, and ends `out`. Rejects where `out` fails. */
export async function writeDocument<Model extends DocumentModel>(
  models: readonly Model[],
  out: Writable,
  write: (ink: Ink, model: Model) => WrittenPages,
): Promise<void> {
  const pdf = createPdf(models);
  const written = pipeline(pdf, out);
  const laidOut = (async () => {
    const ink = inkOf(pdf, reportFonts(), models[0]?.paper);
    const parts: WrittenPages[] = [];
    for (const model of models) {
      parts.push(write(ink, model));
      await setImmediate(); // a cancel comes through between samples
    }
    numberPages(ink, parts);
    ink.end();
    pdf.end();
  })();
  laidOut.catch((error: Error) => pdf.destroy(error));
  await Promise.all([laidOut, written]);
}

/** Footers with page numbers of the file, once all pages are there. */
function numberPages(ink: Ink, parts: readonly WrittenPages[]): void {
  const { pdf } = ink;
  const all = parts.reduce((sum, { pages }) => sum + pages, 0);
  let number = 0;
  for (const { pages, model, finish } of parts)
    for (let own = 1; own <= pages; own++) {
      pdf.switchToPage(number);
      number += 1;
      writeFooter({ ink, model }, number, all);
      finish?.(ink, own, number, all);
    }
}
