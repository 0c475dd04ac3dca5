import { once } from 'node:events';
import { type TableForm, tableCells } from '../../../core/base/tables/write-table.ts';
import type { GatedSample } from '../../../core/gating/strategy/population.ts';
import { memberships } from '../../../core/study/sample/gate-by-strategy.ts';
import { writeWhole } from '../../files/write-file.ts';

/** A table of which event is in which population: a column for each path, one row an event in the order of the file, 0 or 1. */
export async function writeMemberships(
  target: string,
  { populations }: Pick<GatedSample, 'populations'>,
  eventCount: number,
  { nameOf = (path) => path, form }: { readonly nameOf?: (path: string) => string; readonly form?: TableForm } = {},
): Promise<void> {
  const gated = populations.filter(({ path }) => path !== '');
  const names = gated.map(({ path }) => nameOf(path));
  const head = `${tableCells(names, form)}\n`;
  await writeWhole(target, async (out) => {
    let chunk = head;
    for (const line of memberships(gated, eventCount, form)) {
      chunk += line;
      if (chunk.length < 65_536) continue;
      if (!out.write(chunk)) await once(out, 'drain');
      chunk = '';
    }
    out.end(chunk);
  });
}
