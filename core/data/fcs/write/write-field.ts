import { bigIntegerAt, charactersAt, floatAt, integerAt, type WrittenField } from './write-value.ts';

/** Where a field's values go: the first one's byte, and the bytes from one event to the next. */
export interface Placement {
  readonly view: DataView;
  readonly at: number;
  readonly stride: number;
}

/** Writes whole-byte values of events `first` to `first + count` into their column of the rows. */
export function writeField(
  field: WrittenField,
  order: 'little' | 'big' | readonly number[],
  place: Placement,
  first: number,
  count: number,
): void {
  const little = order === 'little';
  const put = putterOf(field, place.view, little);
  if (field.type === 'A') writeCharacters(field, place, first, count);
  else if (typeof order !== 'string') writeMixedOrder(field, order, place, first, count);
  else if (put) writePlain(put, place, first, count);
  else writeOddWidth(field, little, place, first, count);
}

function writePlain(put: Put, place: Placement, first: number, count: number): void {
  let at = place.at;
  for (let event = first; event < first + count; event++, at += place.stride) put(at, event);
}

type Put = (at: number, event: number) => void;

/** Writers of the widths that the host knows; integers of 24, 40, 48 and 56 bits have none. */
function putterOf(field: WrittenField, view: DataView, little: boolean): Put | undefined {
  if (field.type === 'F') return (at, event) => view.setFloat32(at, floatAt(field, event), little);
  if (field.type === 'D') return (at, event) => view.setFloat64(at, floatAt(field, event), little);
  if (field.stored === 8) return (at, event) => view.setUint8(at, integerAt(field, event));
  if (field.stored === 16) return (at, event) => view.setUint16(at, integerAt(field, event), little);
  if (field.stored === 32) return (at, event) => view.setUint32(at, integerAt(field, event), little);
  if (field.stored === 64) return (at, event) => view.setBigUint64(at, bigIntegerAt(field, event), little);
  return undefined;
}

function writeOddWidth(field: WrittenField, little: boolean, place: Placement, first: number, count: number): void {
  const width = field.stored / 8;
  for (let event = first, row = place.at; event < first + count; event++, row += place.stride) {
    let rest = bigIntegerAt(field, event);
    for (let byte = 0; byte < width; byte++, rest >>= 8n)
      place.view.setUint8(row + (little ? byte : width - 1 - byte), Number(rest & 255n));
  }
}

function writeMixedOrder(field: WrittenField, positions: readonly number[], place: Placement, first: number, count: number): void {
  const scratch = new DataView(new ArrayBuffer(8));
  const width = field.stored / 8;
  for (let event = first, row = place.at; event < first + count; event++, row += place.stride) {
    if (field.type === 'F') scratch.setFloat32(0, floatAt(field, event), true);
    else if (field.type === 'D') scratch.setFloat64(0, floatAt(field, event), true);
    else scratch.setBigUint64(0, bigIntegerAt(field, event), true);
    for (let byte = 0; byte < width; byte++) place.view.setUint8(row + (width === 1 ? 0 : (positions[byte] ?? 0)), scratch.getUint8(byte));
  }
}

function writeCharacters(field: WrittenField, place: Placement, first: number, count: number): void {
  for (let event = first, row = place.at; event < first + count; event++, row += place.stride) {
    const text = charactersAt(field, event);
    for (let index = 0; index < text.length; index++) place.view.setUint8(row + index, text.charCodeAt(index));
  }
}
