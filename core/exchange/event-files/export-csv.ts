import { numberText, type TableForm, tableForms, tableLine } from '../../base/tables/write-table.ts';
import type { FcsDataset } from '../../data/fcs/fcs-file.ts';
import { type EventBlock, eventBlocks, type ShardColumns } from './event-blocks.ts';
import { writtenName } from './event-names.ts';
import type { ExportRequest } from './export-request.ts';

/**
 * Comma-separated values (RFC 4180), an event a line: names of channels as `event-names` spells them, then the shortest digits that give back each value.
 * NaN and infinities are spelled NaN, Infinity, -Infinity.
 */
export function* exportCsv(dataset: FcsDataset, shards: readonly ShardColumns[], request: ExportRequest): Generator<string> {
  const form = request.table ?? tableForms.comma;
  yield tableLine(
    dataset.channels.map((channel) => writtenName(channel, request.compensated)),
    form,
  );
  for (const block of eventBlocks(shards, request.population?.members))
    yield linesOf(block, request.single && request.values !== 'stored', form);
}

function linesOf({ count, columns }: EventBlock, single: boolean, form: TableForm): string {
  const lines: string[] = [];
  for (let event = 0; event < count; event++) {
    lines.push(columns.map((column) => numberText(single ? Math.fround(column[event]!) : column[event]!, form)).join(form.separator));
  }
  return `${lines.join('\r\n')}\r\n`;
}
