import type { CertificateModel, ResultRow } from '../../core/show/certificate/model.ts';
import type { Ink, TextStyle } from './ink.ts';
import { body, note, writeHeading, writeParagraph } from './prose.ts';
import { page, type Sheet, startPage } from './sheet.ts';
import { writeTable } from './table.ts';

/** What page one has no room for. It stands in full on the next page: nothing is cut off unsaid. */
export interface Rest {
  readonly texts: { readonly label: string; readonly text: string }[];
  readonly rows: ResultRow[];
}

export const noRest = (): Rest => ({ texts: [], rows: [] });

export const hasRest = ({ texts, rows }: Rest): boolean => texts.length + rows.length > 0;

/** At most so many lines; where there are more they end in an ellipsis, and the whole text goes on the next page. */
export function fitLines(
  { ink, rest }: { readonly ink: Ink; readonly rest: Rest },
  { label, text }: Rest['texts'][number],
  width: number,
  style: TextStyle,
  most: number,
): readonly string[] {
  const lines = ink.wrap(text, width, style);
  if (lines.length <= most) return lines;
  rest.texts.push({ label, text });
  const last = [...lines[most - 1]!];
  while (last.length > 0 && ink.measure(`${last.join('')}…`, style) > width) last.pop();
  return [...lines.slice(0, most - 1), `${last.join('')}…`];
}

/** One line in the largest size from `style.size` down to `least` in which it fits; still too long, it is cut and goes on the next page. */
export function fitLine(
  place: { readonly ink: Ink; readonly rest: Rest },
  named: Rest['texts'][number],
  width: number,
  style: TextStyle,
  least = 5.6,
): { readonly text: string; readonly style: TextStyle } {
  const wide = place.ink.measure(named.text, style);
  const fitting = { ...style, size: wide <= width ? style.size : Math.max(least, ((style.size * width) / wide) * 0.995) };
  const [text = ''] = fitLines(place, named, width, fitting, 1);
  return { text, style: fitting };
}

/** The page after page one, where it is needed. */
export function writeRest(sheet: Sheet<CertificateModel>, { texts, rows }: Rest): void {
  if (!hasRest({ texts, rows })) return;
  const { model } = sheet;
  startPage(sheet);
  writeHeading(sheet, model.continued.heading);
  if (rows.length > 0) {
    writeTable(sheet, { columns: model.results.columns, rows: rows.map(({ cells }) => ({ cells })) }, { size: 6.6 });
    sheet.y += 10;
  }
  for (const { label, text } of texts) {
    if (label !== '') writeParagraph(sheet, label, { ...note, weight: 600 });
    writeParagraph(sheet, text, body, page.left + 8, page.width - page.left - page.right - 8);
    sheet.y += 6;
  }
}
