import { type CompiledQuery, type KyselyPlugin, type RootOperationNode, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browseLists, browseRuns } from '../../headless/archive/browse.ts';
import type { Database } from '../../headless/archive/database.ts';
import type { Archive } from '../../headless/archive/open-archive.ts';
import { chooseResults } from '../../headless/archive/result-source.ts';
import { reviewOf } from '../../headless/archive/review.ts';
import { selectRuns } from '../../headless/archive/select-runs.ts';
import { lastVerdicts } from '../../headless/archive/watch-verdicts.ts';
import { openNew, type Store, stores } from './archive-support.ts';
import { fillArchive } from './many-runs.ts';

/* What the window asks of an archive is read by an index: a query that reads all of a large table takes seconds where there are a million runs. */

const large = 'runs|run_files|results|current_results|batch_runs|decision_runs|thumbnails|watch_verdicts|log|content_digests';

describe.each(stores.map((open) => [open.name, open] as const))('plans, %s', (_name, open) => {
  let store: Store;
  let archive: Archive;
  beforeAll(async () => {
    store = open();
    archive = await openNew(store);
    await fillArchive(archive, { runs: 3000, documents: [], withDocument: 0, seed: 1, logged: false });
    if (archive.kind === 'postgres') await sql`analyze`.execute(archive.db);
  }, 60_000);
  afterAll(async () => {
    await archive?.close();
    await store?.remove();
  });

  /** The plans of everything that is asked, by their text. */
  async function plansOf(
    ask: (db: Database) => Promise<unknown>,
  ): Promise<readonly { readonly text: string; readonly plan: readonly string[] }[]> {
    const asked: RootOperationNode[] = [];
    const listen: KyselyPlugin = {
      transformQuery: ({ node }) => {
        asked.push(node);
        return node;
      },
      transformResult: async ({ result }) => result,
    };
    await ask(archive.db.withPlugin(listen));
    const executor = archive.db.getExecutor();
    const compiled = asked.map((node): CompiledQuery => executor.compileQuery(node, { queryId: 'plan' }));
    const plans: { text: string; plan: readonly string[] }[] = [];
    await archive.db.connection().execute(async (db) => {
      // small tables would be read whole
      if (archive.kind === 'postgres') await sql`set enable_seqscan = off`.execute(db);
      for (const { sql: text, parameters, ...rest } of compiled) {
        if (!/^(select|with)/i.test(text)) continue;
        const explain = archive.kind === 'postgres' ? `explain ${text}` : `explain query plan ${text}`;
        const { rows } = await db.executeQuery<{ readonly [column: string]: unknown }>({ ...rest, sql: explain, parameters });
        plans.push({ text, plan: rows.map((row) => String(row['detail'] ?? row['QUERY PLAN'])) });
      }
      if (archive.kind === 'postgres') await sql`reset enable_seqscan`.execute(db);
    });
    return plans;
  }

  const readsAll = (line: string): boolean =>
    archive.kind === 'postgres'
      ? new RegExp(`Seq Scan on (${large})\\b`).test(line)
      : new RegExp(`^SCAN (${large})\\b(?!.* USING (COVERING )?INDEX)`).test(line);

  const faultsOf = async (ask: (db: Database) => Promise<unknown>) =>
    (await plansOf(ask)).filter(({ plan }) => plan.some(readsAll)).map(({ text, plan }) => [text.slice(0, 300), plan]);

  it.each([
    '',
    'lot=L7',
    'lot=L7|L8',
    'donor=D2',
    'name=L7_d3.fcs',
    'role=reference',
    'cytometer=Navios acquired>=2018-05',
    'acquired>=2019 acquired<2020-06-01',
    'imported=2017-03',
    'method=cik',
    `sha256=${'a'.repeat(64)}`,
    'culture=C-1',
    'nk>=90',
    'group=cik',
  ])('lists the runs of "%s", first and later pages', async (query) => {
    const [, second] = await selectRuns(archive.db, '', { limit: 2 });
    expect(await faultsOf((db) => browseRuns(db, query, 200))).toEqual([]);
    expect(await faultsOf((db) => browseRuns(db, query, 200, second?.id))).toEqual([]);
  });

  it.each(['lot=L7', 'donor=D2', 'name=L7_d3.fcs', `sha256=${'a'.repeat(64)}`])('looks "%s" up and does not walk', async (query) => {
    const [plan] = (await plansOf((db) => selectRuns(db, query, { limit: 200 }))).map((one) => one.plan.join('\n'));
    expect(plan).toMatch(archive.kind === 'postgres' ? /Index (Only )?Cond/ : /SEARCH runs USING/);
  });

  it('reads lists, results of runs, reviews and verdicts by their keys', async () => {
    const ids = (await selectRuns(archive.db, 'lot=L3')).map(({ id }) => id);
    expect(await faultsOf(browseLists)).toEqual([]);
    expect(await faultsOf((db) => chooseResults(db, { runs: ids }).catch(() => undefined))).toEqual([]);
    expect(await faultsOf((db) => reviewOf(db, { runs: ids }, undefined).catch(() => undefined))).toEqual([]);
    expect(await faultsOf((db) => lastVerdicts(db, 1, 'a rule'))).toEqual([]);
  });

  it('gives every run once, in order, page by page', async () => {
    const all = (await selectRuns(archive.db, 'role=sample')).map(({ id }) => id);
    const paged: string[] = [];
    for (;;) {
      const page = await selectRuns(archive.db, 'role=sample', { limit: 700, after: paged.at(-1) });
      if (page.length === 0) break;
      paged.push(...page.map(({ id }) => id));
    }
    expect(paged).toEqual(all);
    expect(all).toHaveLength(2850);
  });
});
