import type { Writable } from 'node:stream';
import { type Block, documentWidth, type SectionedDocument } from '../../core/show/document/sectioned.ts';
import { plainText } from './create-pdf.ts';
import { writeFacts, writeTableSection } from './detail-sections.ts';
import { writeTitle } from './first-page.ts';
import type { Ink } from './ink.ts';
import { writeMissingLetters } from './missing-letters.ts';
import { paintFigure } from './paint.ts';
import { body, note, writeHeading, writeParagraph } from './prose.ts';
import { page, reserve, type Sheet, sizes, startPage } from './sheet.ts';
import { type WrittenPages, writeDocument } from './write-document.ts';

/** Writes documents of sections as one PDF and ends `out`. The same documents give the same bytes. */
export const writeSectioned = (documents: readonly SectionedDocument[], out: Writable): Promise<void> =>
  writeDocument(documents, out, write);

function write(ink: Ink, model: SectionedDocument): WrittenPages {
  const sheet: Sheet<SectionedDocument> = { ink, model, y: page.top, pages: 0 };
  startPage(sheet);
  writeTitle(sheet);
  ink.pdf.outline.addItem(plainText(model.title));
  for (const block of model.blocks) writeOne(sheet, block);
  writeMissingLetters(sheet);
  return { pages: sheet.pages, model };
}

const writers: { readonly [K in Block['kind']]: (sheet: Sheet, block: Extract<Block, { readonly kind: K }>) => void } = {
  heading: (sheet, { text }) => writeHeading(sheet, text),
  lead(sheet, { text }) {
    writeParagraph(sheet, text, { size: sizes.section, weight: 600 });
    sheet.y += 4;
  },
  text: (sheet, { text }) => writeParagraph(sheet, text, body),
  note: (sheet, { text }) => writeParagraph(sheet, text, note),
  facts: (sheet, { facts }) => writeFacts(sheet, facts),
  table: (sheet, { table }) => writeTableSection(sheet, table),
  figure(sheet, { title, height, draw }) {
    reserve(sheet, height + 10);
    sheet.y += 6;
    paintFigure(draw(documentWidth), title, sheet.ink, page.left, sheet.y);
    sheet.y += height + 4;
  },
};

/** Each kind of block has its writer. */
const writeOne = <K extends Block['kind']>(sheet: Sheet, block: Extract<Block, { readonly kind: K }>): void =>
  writers[block.kind as K](sheet, block);
