import type { Light } from '../../gating/automatic/kind/step.ts';
import { type Box, type Drawing, line, type Shape, type TextShape } from '../plot/drawing.ts';
import { lightMark } from '../plot/light-mark.ts';
import { shortened, textWidth } from '../plot/text-width.ts';
import type { Theme } from '../plot/theme.ts';

/** A first column of names and columns of numbers beside it. */
export interface SmallTable {
  readonly heads: readonly string[];
  readonly rows: readonly SmallRow[];
}

interface SmallRow {
  readonly name: string;
  readonly depth: number;
  readonly light?: Light;
  readonly numbers: readonly string[];
}

export interface TableLook {
  readonly box: Box;
  readonly theme: Theme;
  /** Of the text, in points. */
  readonly size?: number;
  /** Says how many rows, or columns, the box does not hold: none goes unsaid. */
  readonly more: (rows: number, columns: number) => string;
}

/** A table in a box; what has no room is counted below it. */
export function drawTable({ heads, rows }: SmallTable, { box, theme, size = 7.5, more }: TableLook): Drawing {
  const leading = size * 1.55;
  const [nameHead = '', ...numberHeads] = heads;
  const widths = numberHeads.map((head, i) => widest([head, ...rows.map(({ numbers }) => numbers[i] ?? '')], size) + size * 1.2);
  const names = Math.max(widest([nameHead], size), ...rows.map(({ name, depth }) => textWidth(name, size) + inset(depth, size))) + size;
  const nameRoom = Math.min(names, Math.max(box.width * 0.25, box.width - sum(widths)));
  const columns = widths.filter((_, i) => nameRoom + sum(widths.slice(0, i + 1)) <= box.width + 0.5).length;
  const rights = widths.slice(0, columns).map((_, i) => box.x + nameRoom + sum(widths.slice(0, i + 1)));
  const room = Math.max(0, Math.floor(box.height / leading - 1.6));
  const isWhole = rows.length <= room && columns === widths.length;
  const shown = isWhole ? rows : rows.slice(0, Math.max(0, Math.min(rows.length, room - 1)));

  const text = (x: number, y: number, content: string, more: Partial<TextShape> = {}): TextShape => ({
    kind: 'text',
    x,
    y,
    runs: [{ text: content }],
    size,
    anchor: 'start',
    weight: 400,
    colour: theme.ink,
    ...more,
  });
  const baseline = (row: number) => box.y + leading * (row + 2.2);
  const rule = box.y + leading * 1.4;
  const body = shown.flatMap(({ name, depth, light, numbers }, row): readonly Shape[] => {
    const left = box.x + inset(depth, size);
    const y = baseline(row);
    return [
      ...(light === undefined ? [] : lightMark(light, left - size * 0.55, y - size * 0.33, size * 0.3)),
      text(left, y, shortened(name, size, box.x + nameRoom - left)),
      ...rights.map((right, i) => text(right, y, numbers[i] ?? '', { anchor: 'end' })),
    ];
  });
  return [
    text(box.x, box.y + leading, nameHead, { colour: theme.muted }),
    ...rights.map((right, i) => text(right, box.y + leading, numberHeads[i] ?? '', { colour: theme.muted, anchor: 'end' })),
    line(
      [
        [box.x, rule],
        [rights.at(-1) ?? box.x + nameRoom, rule],
      ],
      { stroke: theme.hairline, width: 0.6 },
    ),
    ...body,
    ...(isWhole
      ? []
      : [text(box.x, baseline(shown.length), more(rows.length - shown.length, widths.length - columns), { colour: theme.muted })]),
  ];
}

/** Where a name of this depth begins; a light stands before it. */
const inset = (depth: number, size: number): number => (1.2 + Math.min(depth, 6) * 0.8) * size;

const widest = (texts: readonly string[], size: number): number => Math.max(0, ...texts.map((text) => textWidth(text, size)));
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
