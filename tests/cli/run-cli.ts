import { spawnSync } from 'node:child_process';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..', '..');
export const cliProgram = path.join(root, 'dist', 'cli', 'main.js');
export const sampleFile = (name: string): string => path.join(root, 'test-data', 'samples', name);

export interface CliRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly uid?: number;
  readonly program?: string;
}

/** Runs the built command line in a process of its own. */
export function runCli(args: readonly string[], { program = cliProgram, ...options }: RunOptions = {}): CliRun {
  const done = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', maxBuffer: 2 ** 28, ...options });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

/** What `--json` printed: exactly one document and nothing else. */
export function jsonOf({ out }: CliRun): { readonly files: readonly CliFile[] } {
  if (!out.endsWith('\n') || out.trimEnd().includes('\n')) throw new Error(`not one line of JSON: ${out.slice(0, 200)}`);
  return JSON.parse(out);
}

export interface CliFile {
  readonly file: string;
  readonly sha256: string;
  readonly error?: { readonly code: string; readonly message: string; readonly offset?: number; readonly path?: string };
  readonly datasets: readonly {
    readonly version: string;
    readonly events: number;
    readonly channels: readonly { readonly index: number; readonly name: string; readonly marker?: string }[];
    readonly eventsSha256?: string;
    readonly findings: readonly { readonly code: string; readonly message: string }[];
  }[];
  readonly populations: readonly {
    readonly path: string;
    readonly role?: string;
    readonly count: number;
    readonly percentOfParent: number;
    readonly percentOfTotal: number;
    readonly interval: { readonly low: number; readonly high: number };
  }[];
  readonly composition: {
    readonly denominatorCount: number;
    readonly parts: readonly { readonly role: string; readonly count: number; readonly percent: number }[];
  };
  readonly classification: { readonly group: string; readonly method: string; readonly missing: readonly string[] };
}
