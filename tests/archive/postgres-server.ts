import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';

const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql').sort((a, b) => Number(b) - Number(a)) : [];
const programs = versions
  .map((version) => `/usr/lib/postgresql/${version}/bin`)
  .find((folder) => existsSync(path.join(folder, 'postgres')));
const isRoot = process.getuid?.() === 0;

/** Why there is no server here; undefined where there is one. */
export const postgresMissing: string | undefined = programs === undefined ? "Debian's package postgresql is not installed" : undefined;
if (postgresMissing !== undefined) process.stderr.write(`skipped: ${postgresMissing}\n`);

export interface PostgresServer {
  /** A new, empty database. */
  newDatabase(): Promise<string>;
  /** The server dies as by a power cut. */
  kill(): Promise<void>;
  start(): Promise<void>;
  remove(): Promise<void>;
}

/** A server of its own on loopback, run by the account `postgres` where the tests run as root, which PostgreSQL refuses. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-postgres-'));
  if (isRoot) {
    const [uid, gid] = [idOf('-u'), idOf('-g')];
    chownSync(folder, uid, gid);
  }
  const data = path.join(folder, 'data');
  const port = await freePort();
  command('initdb', ['-D', data, '-U', 'lymphoscope', '-A', 'trust', '-E', 'UTF8', '--no-sync']);
  const url = (database: string): string => `postgres://lymphoscope@127.0.0.1:${port}/${database}`;
  let server: ReturnType<typeof spawn> | undefined;
  let databases = 0;

  async function start(): Promise<void> {
    const args = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder];
    server = spawn(...asUser('postgres', args), { stdio: 'ignore' });
    for (let tries = 0; tries < 100; tries++) {
      if (await answers(url('postgres'))) return;
      await setTimeout(100);
    }
    throw new Error('PostgreSQL did not start');
  }
  /** The postmaster by its own id; what it started ends when it is gone. */
  async function stop(signal: 'SIGKILL' | 'SIGINT'): Promise<void> {
    const id = Number(readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
    const gone = server?.exitCode === null && server.signalCode === null ? once(server, 'exit') : undefined;
    process.kill(id, signal);
    await gone;
    await setTimeout(500);
  }
  await start();
  return {
    async newDatabase() {
      const name = `archive_${++databases}`;
      const client = new pg.Client(url('postgres'));
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return url(name);
    },
    kill: () => stop('SIGKILL'),
    start,
    async remove() {
      await stop('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const idOf = (flag: '-u' | '-g'): number => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);

function asUser(program: string, args: readonly string[]): [string, string[]] {
  const file = path.join(programs ?? '', program);
  return isRoot ? ['runuser', ['-u', 'postgres', '--', file, ...args]] : [file, [...args]];
}

function command(program: string, args: readonly string[]): void {
  const done = spawnSync(...asUser(program, args), { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${program}: ${done.stderr}`);
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client(url);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
