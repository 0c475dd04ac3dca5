import type { FcsContent } from './write-content.ts';
import { encodeFcsHead, encodeFcsTail } from './write-head.ts';
import { refuseToWrite } from './write-problems.ts';
import { encodeRows } from './write-rows.ts';

/**
 * The bytes of an FCS file of one or more data sets, each with its own HEADER, chained by $NEXTDATA.
 * Throws a `Problem` for what the standard of a data set's version forbids (ISAC FCS 2.0 to 3.2).
 * A file too large for memory is written as `encodeFcsHead`, pieces of `encodeRows`, `encodeFcsTail`.
 */
export function encodeFcs(datasets: readonly FcsContent[]): Uint8Array<ArrayBuffer> {
  const parts = datasets.flatMap((content, index) => {
    checkColumns(content);
    const head = encodeFcsHead(content, index < datasets.length - 1);
    return [head, encodeRows(content, 0, content.eventCount), encodeFcsTail(content)];
  });
  const out = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

function checkColumns(content: FcsContent): void {
  const count = Math.max(content.columns.length, content.channels.length);
  for (let index = 0; index < count; index++) {
    const fits = index < content.channels.length && content.columns[index]?.length === content.eventCount;
    if (!fits) refuseToWrite('fcs-write-columns', { column: index + 1, events: content.eventCount });
  }
}
