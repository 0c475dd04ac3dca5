import { type Plate, plateSizes, type WellRow, wellName } from '../../study/killing/plate.ts';
import { area, type Drawing, rectangleArea, type Shape, type TextShape } from '../plot/drawing.ts';
import { formatCount, formatNumber, formatValue } from '../plot/number-format.ts';
import { shortened, shortenedWithin } from '../plot/text-width.ts';
import { type Theme, themes } from '../plot/theme.ts';

const fills: { readonly [R in WellRow['role']]: string } = {
  'target-alone': '#dbe9f1',
  maximum: '#f3ddc2',
  'effector-alone': '#e3ecd8',
  test: '#ffffff',
  blank: '#eceff1',
  'blank-detergent': '#e0e3e6',
  beads: '#e6e0ee',
};

/** Letters that stand for a role in a well without an effector. */
const letters: { readonly [R in WellRow['role']]: string } = {
  'target-alone': 'S',
  maximum: 'M',
  'effector-alone': 'E',
  test: '',
  blank: 'B',
  'blank-detergent': 'BD',
  beads: 'beads',
};

/** How high the map of a plate is for a width. */
export const plateHeight = ({ size }: Pick<Plate, 'size'>, width: number): number => {
  const [rows, columns] = plateSizes[size]!;
  return 14 + rows * Math.min(26, (width - 16) / columns);
};

/** Every well with its role, effector and E:T, and its reading; one that a person left out is hollow and crossed. */
export function drawPlate(
  { size, wells }: Plate,
  { width, theme = themes.light }: { readonly width: number; readonly theme?: Theme },
): Drawing {
  const [rows, columns] = plateSizes[size]!;
  const across = (width - 16) / columns;
  const down = Math.min(26, across);
  const type = size > 96 ? 3.2 : Math.min(6.2, across / 6.5);
  const byName = new Map(wells.map((well) => [wellName(well.well, size) ?? '', well]));
  const text = (x: number, y: number, content: string, more: Partial<TextShape> = {}): TextShape => ({
    ...{ kind: 'text', x, y, runs: [{ text: content }], size: type, anchor: 'middle', weight: 400, colour: theme.muted },
    ...more,
  });
  const shapes: Shape[] = [];
  for (let column = 0; column < columns; column++)
    shapes.push(text(16 + (column + 0.5) * across, 8, String(column + 1), { size: Math.max(type, 5) }));
  for (let row = 0; row < rows; row++) {
    const letter = String.fromCharCode(65 + row);
    shapes.push(text(6, 14 + (row + 0.6) * down, letter, { size: Math.max(type, 5) }));
    for (let column = 0; column < columns; column++) {
      const box = { x: 16 + column * across + 0.6, y: 14 + row * down + 0.6, width: across - 1.2, height: down - 1.2 };
      const well = byName.get(`${letter}${column + 1}`);
      if (well === undefined) {
        shapes.push(rectangleArea(box, { stroke: theme.hairline, width: 0.3 }));
        continue;
      }
      const isOut = well.excluded !== undefined;
      shapes.push(
        rectangleArea(box, {
          stroke: isOut ? '#c0392b' : theme.muted,
          width: 0.5,
          ...(isOut ? { dash: [2, 2] } : { fill: fills[well.role] }),
        }),
      );
      const middle = box.x + box.width / 2;
      const room = box.width - 2;
      const head =
        well.effector === undefined ? letters[well.role] : `${letters[well.role]}${letters[well.role] === '' ? '' : ' '}${well.effector}`;
      const ratio = well.et === undefined ? '' : `${formatValue(well.et)}:1  `;
      // fills are light in every theme; a hollow well stands on the ground
      const { ink, muted } = isOut ? theme : themes.light;
      shapes.push(text(middle, box.y + down * 0.4, shortenedWithin(head, type, room), { colour: ink }));
      shapes.push(text(middle, box.y + down * 0.78, shortened(`${ratio}${readingOf(well)}`, type, room), { colour: muted }));
      if (isOut)
        shapes.push(
          area(
            [
              [box.x, box.y],
              [box.x + box.width, box.y + box.height],
              [box.x + box.width, box.y + box.height],
            ],
            { stroke: '#c0392b', width: 0.6 },
          ),
        );
    }
  }
  return shapes;
}

function readingOf({ signal, dead, targets, live }: WellRow): string {
  const written = (value: number | string) => (typeof value === 'number' ? formatNumber(value, 4) : value);
  if (signal !== undefined) return written(signal);
  const counted = (value: number | string) => (typeof value === 'number' ? formatCount(value) : value);
  if (dead !== undefined && targets !== undefined) return `${counted(dead)}/${counted(targets)}`;
  return live === undefined ? '' : written(live);
}
