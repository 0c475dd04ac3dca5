import { lightMark } from '../../core/show/plot/light-mark.ts';
import type { Fact, Facts, ReportModel, TableSection } from '../../core/show/report/model.ts';
import { palette } from './ink.ts';
import { paint } from './paint.ts';
import { body, leadingOf, note, writeBlock, writeHeading, writeParagraph } from './prose.ts';
import { contentHeight, contentWidth, page, reserve, type Sheet, sizes } from './sheet.ts';
import { tableHeight, writeTable } from './table.ts';

export function writeTableSection(sheet: Sheet, section: TableSection): void {
  if (section.rows.length === 0) return;
  const height = tableHeight(sheet, section);
  writeHeading(sheet, section.heading, height < contentHeight * 0.6 ? height + 16 : 60);
  writeTable(sheet, section);
  if (section.note === undefined) return;
  sheet.y += 5;
  writeParagraph(sheet, section.note, note);
}

const labelWidth = 132;

/** Labels on the left, values on the right, a line each. */
export function writeFacts(sheet: Sheet, { heading, facts }: Facts): void {
  writeHeading(sheet, heading);
  for (const fact of facts) writeFact(sheet, fact);
}

function writeFact(sheet: Sheet, { label, value }: Fact): void {
  const { ink } = sheet;
  const labels = ink.wrap(label, labelWidth - 10, { ...body, colour: palette.muted });
  const values = ink.wrap(value, contentWidth - labelWidth, body);
  const most = Math.floor(contentHeight / leadingOf(sizes.body));
  const lines = Math.min(most, Math.max(labels.length, values.length));
  reserve(sheet, lines * leadingOf(sizes.body));
  writeBlock(sheet, label, { ...body, colour: palette.muted }, page.left, sheet.y, labelWidth - 10);
  const top = sheet.y;
  writeParagraph(sheet, value, body, page.left + labelWidth, contentWidth - labelWidth);
  if (sheet.y > top) sheet.y = Math.max(sheet.y, top + labels.length * leadingOf(sizes.body));
  sheet.y += 1;
}

/** The same in two columns, where it is short enough to stand on what is left of the page or on the next one. */
export function writeFactColumns(sheet: Sheet, { heading, facts }: Facts): void {
  const half = Math.ceil(facts.length / 2);
  const columns = [facts.slice(0, half), facts.slice(half)];
  const heights = columns.map((column) => column.reduce((sum, fact) => sum + factHeight(sheet, fact), 0));
  if (Math.max(...heights) > contentHeight * 0.5) {
    writeFacts(sheet, { heading, facts });
    return;
  }
  writeHeading(sheet, heading, Math.max(...heights));
  const top = sheet.y;
  columns.forEach((column, i) => {
    const x = page.left + i * (columnWidth + columnGap);
    let y = top;
    for (const fact of column) {
      writeBlock(sheet, fact.label, quiet, x, y, columnLabel - 8);
      writeBlock(sheet, fact.value, body, x + columnLabel, y, columnWidth - columnLabel);
      y += factHeight(sheet, fact);
    }
  });
  sheet.y = top + Math.max(...heights);
}

const columnGap = 26;
const columnWidth = (contentWidth - columnGap) / 2;
const columnLabel = 92;
const quiet = { ...body, colour: palette.muted };

function factHeight({ ink }: Sheet, { label, value }: Fact): number {
  const lines = Math.max(ink.wrap(label, columnLabel - 8, quiet).length, ink.wrap(value, columnWidth - columnLabel, body).length);
  return Math.min(12, lines) * leadingOf(sizes.body) + 1;
}

/** Each automatic gate with its light and the sentences that say why it stands there. */
export function writeEvidence(sheet: Sheet<ReportModel>): void {
  const { heading, gates } = sheet.model.gates;
  if (gates.length === 0) return;
  writeHeading(sheet, heading);
  for (const { name, light, word, sentences } of gates) {
    reserve(sheet, leadingOf(sizes.body) * (1 + Math.min(2, sentences.length)));
    paint(lightMark(light, 0, 0, 3), sheet.ink, page.left + 4, sheet.y + sizes.body * 0.68);
    sheet.ink.write(word, page.left + contentWidth, sheet.y + sizes.body, { ...note, align: 'right' });
    writeParagraph(sheet, name, { ...body, weight: 600 }, page.left + 14, contentWidth - 90);
    for (const sentence of sentences)
      writeParagraph(sheet, sentence, { ...body, colour: palette.muted }, page.left + 14, contentWidth - 90);
    sheet.y += 5;
  }
}

/** What was repaired, guessed or odd in the file, item by item. */
export function writeFindings(sheet: Sheet<ReportModel>): void {
  const { heading, none, items } = sheet.model.findings;
  writeHeading(sheet, heading);
  if (items.length === 0) writeParagraph(sheet, none, body);
  for (const { kind, text, place } of items) {
    reserve(sheet, leadingOf(sizes.body) * 2);
    sheet.ink.write(kind, page.left, sheet.y + sizes.body, { ...body, colour: palette.muted });
    writeParagraph(sheet, place === undefined ? text : `${text} (${place})`, body, page.left + 58, contentWidth - 58);
    sheet.y += 2;
  }
}
