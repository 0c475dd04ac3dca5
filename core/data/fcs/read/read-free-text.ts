import type { EventTable, RawColumn, Shard } from '../../events/event-table.ts';
import { CHUNK_BYTES } from '../limits.ts';
import { refuse } from '../problems.ts';
import { textValue } from './fill-bytes.ts';
import type { Reading } from './reading.ts';

/** Between numbers: blanks, commas, tabs, line ends (FCS 3.0, section 3.2.20); also NULs, which pad. */
const separators = /[\s,\0]+/;
/** A number longer than this is not one. */
const NUMBER_LIMIT = 100;

/** Reads numbers as text between separators ($DATATYPE A with $PnB "*"). Refuses any other count of numbers than announced. */
export async function readFreeText({ dataset, source, table, progress }: Reading): Promise<void> {
  const { layout, channels, eventCount } = dataset;
  const expected = eventCount * channels.length;
  const store = storer(table, channels.length);
  let seen = 0;
  const take = (text: string): void => {
    if (text === '') return;
    if (seen === expected) refuse('ascii-surplus', { expected }, layout.begin);
    const channel = channels[seen % channels.length]?.name || String((seen % channels.length) + 1);
    store(seen, textValue(text, Math.floor(seen / channels.length) + 1, channel));
    seen++;
  };
  let rest = '';
  for (let done = 0; done < layout.bytes; done += CHUNK_BYTES) {
    const bytes = new Uint8Array(Math.min(CHUNK_BYTES, layout.bytes - done));
    if ((await source.read(bytes, layout.begin + done)) !== bytes.length) refuse('file-changed', {}, layout.begin + done);
    const words = (rest + latin1(bytes)).split(separators);
    // The last number may go on in the next chunk.
    rest = words.pop() ?? '';
    words.forEach(take);
    if (rest.length > NUMBER_LIMIT) refuse('ascii-value', { event: '?', channel: '?', text: rest.slice(0, 40) }, layout.begin + done);
    progress(Math.floor(seen / channels.length));
  }
  take(rest);
  if (seen < expected) refuse('ascii-short', { actual: seen, expected }, layout.begin);
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

/** Puts the numbers, which come event by event, into their columns. */
function storer(table: EventTable<RawColumn>, channelCount: number): (index: number, value: number) => void {
  let shard: Shard<RawColumn> | undefined = table.shards[0];
  let next = 1;
  return (index, value) => {
    const event = Math.floor(index / channelCount);
    while (shard && event >= shard.firstEvent + shard.eventCount) shard = table.shards[next++];
    const column = shard?.columns[index % channelCount];
    if (shard && column) column[event - shard.firstEvent] = value;
  };
}
