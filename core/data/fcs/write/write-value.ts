import type { FcsContent, WrittenColumn } from './write-content.ts';
import { refuseToWrite } from './write-problems.ts';
import { storedBits } from './write-width.ts';

/** A column together with what its values must fit into. */
export interface WrittenField {
  readonly column: WrittenColumn;
  readonly type: 'I' | 'F' | 'D' | 'A';
  readonly bits: number;
  /** Bits that a value takes in DATA. */
  readonly stored: number;
  /** Above every integer of that many bits. */
  readonly limit: number;
  readonly channel: string;
}

const largestFloat = 3.4028235677973366e38; // rounds to infinity in 32 bits from here on

export function writtenField(content: FcsContent, index: number): WrittenField {
  const channel = content.channels[index];
  const column = content.columns[index];
  if (!channel || !column) refuseToWrite('fcs-write-columns', { column: index + 1, events: content.eventCount });
  return {
    column,
    type: channel.datatype ?? content.datatype,
    bits: channel.bits,
    stored: storedBits(channel, content),
    limit: 2 ** channel.bits,
    channel: channel.name || String(index + 1),
  };
}

/** A value of an integer of at most 53 bits. */
export function integerAt(field: WrittenField, event: number): number {
  const value = Number(field.column[event]);
  return value >= 0 && value < field.limit && Number.isInteger(value) ? value : refuseValue(field, event);
}

export function bigIntegerAt(field: WrittenField, event: number): bigint {
  const value = field.column[event];
  if (typeof value !== 'bigint' && !Number.isInteger(value)) refuseValue(field, event);
  const exact = BigInt(value ?? 0);
  return exact >= 0n && exact < 1n << BigInt(field.bits) ? exact : refuseValue(field, event);
}

/** A floating-point value; NaN and infinities are allowed, an overflow to infinity is not. */
export function floatAt(field: WrittenField, event: number): number {
  const value = Number(field.column[event]);
  const lost = field.bits === 32 && Math.abs(value) >= largestFloat && Number.isFinite(value);
  return lost ? refuseValue(field, event) : value;
}

function refuseValue(field: WrittenField, event: number): never {
  refuseToWrite('fcs-write-value', {
    event: event + 1,
    channel: field.channel,
    value: String(field.column[event]),
    bits: field.bits,
    datatype: field.type,
  });
}

/** A fixed number of characters, right-justified. */
export function charactersAt(field: WrittenField, event: number): string {
  const value = Number(field.column[event]);
  const text = String(field.column[event]);
  return Number.isInteger(value) && value >= 0 && /^\d+$/.test(text) && text.length <= field.bits
    ? text.padStart(field.bits)
    : refuseValue(field, event);
}
