// npm run prove -- NAME [--seed N] [--rounds N] [--resume] [--record]: a property at length; one JSON line at the end.
// out/prove/NAME.json keeps what is done, and --resume goes on from there; --record writes docs/proofs/NAME.json.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt, ensureKernels, root } from './ensure.mjs';
import { proofs } from './prove/proofs.mjs';
import { runVitest } from './run-vitest.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

const { name, proof, values } = flags();
const stateFile = path.join(root, 'out', 'prove', `${name}.json`);
const commit = commitOfCheckout();
const state = values.resume ? resumed() : begun();

const { environment, stop: stopDisplay } = await prepared();
while (state.rounds < Number(values.rounds)) {
  const before = performance.now();
  const seed = state.seed + state.rounds;
  process.stderr.write(`${name}: round ${state.rounds + 1} of ${values.rounds}, seed ${seed}\n`);
  const { counts, failed } = await round(seed);
  for (const [what, count] of Object.entries(counts)) state.numbers[what] = (state.numbers[what] ?? 0) + count;
  state.failed += failed;
  if (failed > 0) state.failedSeeds.push(seed);
  state.rounds += 1;
  state.seconds += (performance.now() - before) / 1000;
  write(stateFile, state);
}
stopDisplay();

const { seconds, numbers, failed, failedSeeds, ...known } = state;
const machine = { cpu: cpus()[0]?.model, cores: cpus().length, memory: totalmem(), node: process.version };
const line = { proof: name, claim: proof.claim, ...known, machine, seconds: Math.round(seconds), ...numbers, failed };
if (failed > 0) line.failedSeeds = failedSeeds;
if (values.record) write(path.join(root, 'docs', 'proofs', `${name}.json`), line);
process.stdout.write(`${JSON.stringify(line)}\n`);
process.exit(failed > 0 ? 1 : 0);

/** One run of the proof's tests, which add what they tried to a file (tests/proof.ts). */
async function round(seed) {
  const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-prove-'));
  const file = path.join(folder, 'counts');
  writeFileSync(file, '');
  const env = { ...environment, LYMPHO_PROOF_SEED: String(seed), LYMPHO_PROOF_COUNTS: file };
  const runs = [await runVitest(proof.tests, env)];
  if (proof.windowTests) runs.push(await runVitest(['--config', 'tests/electron/vite.config.ts', ...proof.windowTests], env));
  const counts = {};
  for (const counted of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const [what, count] = JSON.parse(counted);
    counts[what] = (counts[what] ?? 0) + count;
  }
  rmSync(folder, { recursive: true });
  return { counts, failed: runs.reduce((sum, run) => sum + run.failed, 0) };
}

async function prepared() {
  if (!proof.needsProgram) {
    ensureKernels();
    return { environment: process.env, stop: () => undefined };
  }
  ensureSystemPackages();
  ensureBuilt();
  return (await import('./window-environment.mjs')).windowEnvironment();
}

function begun() {
  const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
  return { seed, commit, rounds: 0, seconds: 0, numbers: {}, failed: 0, failedSeeds: [] };
}

function resumed() {
  if (!existsSync(stateFile)) stop(`there is no ${stateFile} to go on from`);
  const state = JSON.parse(readFileSync(stateFile, 'utf8'));
  if (state.commit !== commit) stop(`${stateFile} was begun at ${state.commit}, and this is ${commit}: a proof is about one state`);
  return state;
}

function commitOfCheckout() {
  const git = (...args) => spawnSync('git', args, { cwd: root, encoding: 'utf8' }).stdout.trim();
  // recording a proof changes nothing that another one is about
  return git('rev-parse', 'HEAD') + (git('status', '--porcelain', '--', '.', ':!docs') === '' ? '' : ' with changes');
}

/** Whole or not at all: it may be stopped at any moment. */
function write(file, value) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.part`, `${JSON.stringify(value, undefined, 2)}\n`);
  renameSync(`${file}.part`, file);
}

function flags() {
  const known = Object.entries(proofs).map(([name, { claim }]) => `  ${name}: ${claim}`);
  const usage = `npm run prove -- NAME [--seed N] [--rounds N] [--resume] [--record], where NAME is one of\n${known.join('\n')}`;
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: {
        seed: { type: 'string' },
        rounds: { type: 'string', default: '10' },
        resume: { type: 'boolean' },
        record: { type: 'boolean' },
      },
    });
    const [name] = positionals;
    const isNumber = (text) => text === undefined || /^\d{1,9}$/.test(text);
    if (positionals.length !== 1 || !Object.hasOwn(proofs, name) || !isNumber(values.seed) || !isNumber(values.rounds)) stop(usage);
    return { name, proof: proofs[name], values };
  } catch (error) {
    return stop(`${error.message}\n${usage}`);
  }
}

function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}
