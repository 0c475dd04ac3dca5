import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CheckReport } from '../../headless/archive/check.ts';
import { type Archive, openArchive } from '../../headless/archive/open-archive.ts';
import type { ReadRun } from '../../headless/archive/runs.ts';
import { type PostgresServer, postgresMissing, startPostgres } from './postgres-server.ts';

export interface Store {
  readonly name: 'SQLite' | 'PostgreSQL';
  /** The place of a new, empty archive. */
  newPlace(): Promise<string>;
  remove(): Promise<void>;
}

export const sqliteStore = (): Store => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-archive-'));
  let count = 0;
  return {
    name: 'SQLite',
    newPlace: async () => path.join(folder, `archive-${++count}.db`),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
};

const postgresStore = (): Store => {
  let server: PostgresServer | undefined;
  return {
    name: 'PostgreSQL',
    async newPlace() {
      server ??= await startPostgres();
      return server.newDatabase();
    },
    remove: async () => server?.remove(),
  };
};

/** The databases that every repository test runs on. */
export const stores: readonly (() => Store)[] = postgresMissing === undefined ? [sqliteStore, postgresStore] : [sqliteStore];

export const openNew = async (store: Store): Promise<Archive> => openArchive(await store.newPlace(), { create: true });

export const at = (second: number): string => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();

export const hex = (letter: string): string => letter.repeat(64);

/** A run as import would read it. */
export const someRun = (sha256: string, more: Partial<ReadRun> = {}): ReadRun => ({
  sha256,
  dataset: 0,
  data_sha256: sha256,
  name: `${sha256.slice(0, 4)}.fcs`,
  size: 1000,
  fcs_version: 'FCS3.1',
  events: 100,
  cytometer: 'Simulated analyser',
  serial: 'S1',
  acquired_on: null,
  panel: 'CD3, CD56',
  keywords: '{}',
  metadata: { role: 'sample' },
  ...more,
});

/** What is wrong but for rows that a test wrote past the log. */
export const lotFaults = ({ faults }: CheckReport): readonly CheckReport['faults'][number][] => faults.filter(({ kind }) => kind !== 'row');
