// node scripts/compare-outputs.mjs OTHER_CHECKOUT [--only PATTERN] [--save FILE]: proves that this checkout and another print the same numbers.
// PATTERN is a regular expression over "FILE: COMMAND"; FILE gets a JSON line for each output, with the digests of what both sides said.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { root } from './ensure.mjs';

/** What two versions that count alike may say differently; nothing else. Workspaces, Gating-ML, protocols and tables hold none of it. */
const forgiven = {
  json: [
    { why: 'the engine, which earlier versions do not name', from: /^\S*\bsoftware\.engine: .*\n/gm, to: '' },
    { why: 'the version that made the numbers', from: /^(\S*\b(?:software\.version|engine)): .*$/gm, to: '$1: VERSION' },
  ],
  pdf: [
    { why: 'how many blanks there are follows the width of the foot of the page', from: /^ +| +(?= |$)/gm, to: '' },
    { why: 'the time of day in the foot', from: / (Generated|作成日時) \d{4}-\d\d-\d\d \d\d:\d\d UTC\b/g, to: ' $1 TIME' },
    { why: 'the version in the foot and in the provenance', from: /\bLymphoscope \d+\.\d+\.\d+\S*/g, to: 'Lymphoscope VERSION' },
  ],
};
const forgive = (kind, said) => forgiven[kind].reduce((text, { from, to }) => text.replace(from, to), said);

/** Which file the workspaces of a folder of shared/flowjo belong to. That of `parse-only` is not there: any other, by the name of a sample. */
const workspaceFiles = {
  line: ['shared/corpus/whitews-FlowKit/data_set_simple_line_100.fcs'],
  diamond: ['shared/corpus/whitews-FlowKit/test_data_diamond_01.fcs'],
  'parse-only': ['shared/corpus/whitews-FlowIO/100715.fcs', '--sample', '1'],
};

const everyFormat = ['out.json', 'out.xml', 'out.wsp'];

const { values, positionals } = flags();
if (spawnSync('pdftotext', ['-v']).error !== undefined)
  stop('pdftotext has to be there, to read reports back: apt-get install poppler-utils');
const only = new RegExp(values.only ?? '');
const shared = path.resolve(process.env.LYMPHO_SHARED ?? path.join(root, '..', 'shared'));
if (!existsSync(shared))
  process.stderr.write(`skipped: the real files, for there is no ${shared} (LYMPHO_SHARED may name another place)\n`);

const begun = Date.now();
const files = new Set();
const refused = new Set();
const counts = { outputs: 0, same: 0, different: 0, refusedInBoth: 0 };
const saved = [];
const work = mkdtempSync(path.join(tmpdir(), 'lymphoscope-compare-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));
const sides = [root, path.resolve(positionals[0])].map(sideOf);
for (const job of jobsIn(sides[0].folder)) {
  const label = [job.command, ...job.options].join(' ');
  const asked = job.files.filter((file) => only.test(`${file}: ${label}`) && !(job.needsAnalysis && refused.has(file)));
  if (asked.length === 0) continue;
  const [here, there] = await Promise.all(sides.map((side) => outputsOf(side, job, asked)));
  for (const name of new Set([...here.keys(), ...there.keys()])) compare(name, label, here.get(name), there.get(name));
  for (const file of asked) files.add(file);
  if (label === 'analyse') for (const file of asked) if (here.get(file)?.isRefused) refused.add(file);
}
if (counts.outputs === 0) stop(`nothing fits ${only}`);
if (values.save !== undefined) writeFileSync(values.save, saved.map((one) => `${JSON.stringify(one)}\n`).join(''));
process.stdout.write(`${JSON.stringify({ files: files.size, ...counts, seconds: Math.round((Date.now() - begun) / 1000) })}\n`);
process.exit(counts.different > 0 ? 1 : 0);

function flags() {
  const usage = 'node scripts/compare-outputs.mjs OTHER_CHECKOUT [--only PATTERN] [--save FILE]';
  try {
    const parsed = parseArgs({ allowPositionals: true, options: { only: { type: 'string' }, save: { type: 'string' } } });
    return parsed.positionals.length === 1 ? parsed : stop(usage);
  } catch (error) {
    return stop(`${error.message}\n${usage}`);
  }
}

/** A checkout, built when needed, and a folder to run it in, where every file has the same name on both sides. */
function sideOf(checkout, index) {
  const built = spawnSync('npm', ['run', '-s', 'lymphoscope', '--', '--version'], { cwd: checkout, stdio: ['ignore', 'pipe', 2] });
  if (built.status !== 0) stop(`${checkout} cannot be built`);
  process.stderr.write(`${index === 0 ? 'here' : 'there'}: ${checkout}, version ${built.stdout}`);
  const folder = path.join(work, String(index));
  mkdirSync(folder);
  copyFileSync(find(checkout, 'nk-t.json'), path.join(folder, 'nk-t.json'));
  symlinkSync(path.dirname(find(root, 'samples.csv')), path.join(folder, 'samples'));
  symlinkSync(shared, path.join(folder, 'shared'));
  return { folder, program: path.join(checkout, 'dist', 'cli', 'main.js') };
}

/** A source file, wherever the checkout keeps it: folders may have moved between the two. */
function find(checkout, name) {
  const isSource = (folder) => folder.isDirectory() && !/^(\..*|node_modules|dist|out)$/.test(folder.name);
  const folders = readdirSync(checkout, { withFileTypes: true }).filter(isSource);
  const [found] = folders.flatMap((folder) => list(checkout, folder.name, (file) => path.basename(file) === name));
  return found === undefined ? stop(`${checkout} has no ${name}`) : path.join(checkout, found);
}

function list(base, folder, isWanted) {
  const whole = path.join(base, folder);
  if (!existsSync(whole)) return [];
  return readdirSync(whole, { recursive: true })
    .filter(isWanted)
    .sort()
    .map((file) => `${folder}/${file}`);
}

/** Everything that both sides are asked. A command that takes many files is started once for all of them; `wild` are small files with flaws. */
function jobsIn(base) {
  const endsIn = (ending) => (file) => ending.test(file);
  const samples = list(base, 'samples', endsIn(/\.(fcs|lmd)$/));
  const corpus = list(base, 'shared/corpus', (file) => file.includes('/'));
  const gatingMl = list(base, 'shared/gatingml', endsIn(/\.fcs$/));
  const single = [...samples, ...corpus, ...gatingMl];
  const all = [...single, ...list(base, 'shared/wild', endsIn(/\.(fcs|lmd)$/))];
  return [
    { command: 'inspect', files: all, options: ['--digests'] },
    { command: 'analyse', files: all, options: [] },
    { command: 'analyse', files: single, options: ['--lang', 'ja'] },
    { command: 'analyse', files: single, options: ['--dataset', '2'] },
    { command: 'analyse', files: single, options: ['--salvage'] },
    { command: 'classify', files: single, options: [] },
    { command: 'quality', files: all, options: [] },
    ...single.flatMap((file) => [
      ...['linear', 'compensated'].map((values) => ({
        command: 'export',
        files: [file],
        options: ['--values', values, '--out', 'out.csv'],
      })),
      ...['en', 'ja'].map((lang) => ({
        command: 'report',
        files: [file],
        options: ['--lang', lang, '--out', 'out.pdf'],
        needsAnalysis: true,
      })),
      ...gatedBy('nk-t.json', [file], ['out.xml', 'out.wsp']).map((job) => ({ ...job, needsAnalysis: job.command === 'convert' })),
    ]),
    ...list(base, 'shared/gatingml/gml', endsIn(/\.xml$/)).flatMap((strategy) =>
      gatedBy(strategy, gatingMl, strategy.includes('all_gates') ? everyFormat : ['out.json', 'out.wsp']),
    ),
    ...list(base, 'shared/flowjo', endsIn(/\.wsp$/)).flatMap((strategy) => {
      const [file, ...sample] = workspaceFiles[strategy.split('/')[2]];
      const [gate, ...converts] = gatedBy(strategy, [file], everyFormat, sample);
      return [gate, { ...gate, options: ['--evaluator', 'flowjo', ...gate.options] }, ...converts];
    }),
  ];
}

/** Counts and members of every population of a strategy, then the strategy in some formats. */
function gatedBy(strategy, files, formats, sample = []) {
  const options = ['--strategy', strategy, ...sample];
  return [
    { command: 'gate', files, options: [...options, '--memberships', 'out.csv'] },
    ...formats.map((out) => ({ command: 'convert', files, options: [...options, '--out', out] })),
  ];
}

/** What one side says of each file. What it says of all of them, and what it writes, belongs to the only file or stands under `*`. */
async function outputsOf({ folder, program }, { command, options }, asked) {
  const child = spawn(process.execPath, [program, command, ...asked, ...options, '--json'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = new Promise((done) => child.on('close', done));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  const out = path.join(folder, options.find((option) => option.startsWith('out.')) ?? 'out.none');
  const written = existsSync(out) ? await contentOf(out) : '';
  rmSync(out, { force: true });
  if (!stdout.startsWith('{"files":['))
    return new Map([[asked.length === 1 ? asked[0] : '*', { isBroken: true, said: `no JSON\n${stdout}${stderr}` }]]);
  const { files: results, ...rest } = JSON.parse(stdout);
  const around = [inLines(rest), `exit code ${code}`, stderr, written].join('\n');
  const outputs = new Map(results.map((result) => [result.file, { isRefused: 'error' in result, said: inLines(result) }]));
  const [first] = outputs.values();
  if (asked.length === 1) first.said += `\n${around}`;
  else outputs.set('*', { isRefused: false, said: around });
  return outputs;
}

async function contentOf(file) {
  if (!file.endsWith('.pdf')) return await readFile(file, 'utf8');
  return forgive('pdf', await text(spawn('pdftotext', ['-layout', file, '-'], { stdio: ['ignore', 'pipe', 2] }).stdout));
}

/** A document as lines that say their place in it, so that the first line that differs says where. */
function inLines(document) {
  return forgive('json', linesOf(document).join('\n'));
}

function linesOf(value, place = '') {
  if (value === null || typeof value !== 'object' || Object.keys(value).length === 0) return [`${place}: ${JSON.stringify(value)}`];
  return Object.entries(value).flatMap(([key, inner]) => linesOf(inner, place === '' ? key : `${place}.${key}`));
}

/** Counts an output, and prints it where the sides differ. A crash on both sides proves nothing: it counts as a difference. */
function compare(name, label, here, there) {
  const isSame = here?.said === there?.said && here.isBroken !== true;
  counts.outputs++;
  counts[isSame ? 'same' : 'different']++;
  if (isSame && here.isRefused) counts.refusedInBoth++;
  const [digest, otherDigest] = [here, there].map((output) =>
    createHash('sha256')
      .update(output?.said ?? '')
      .digest('hex'),
  );
  saved.push({ file: name, command: label, same: isSame, refused: here?.isRefused === true, here: digest, there: otherDigest });
  if (isSame) return;
  const [left, right] = [here, there].map((output) => (output?.said ?? 'nothing').split('\n'));
  const line = Math.max(
    0,
    left.findIndex((one, i) => one !== right[i]),
  );
  const show = (lines) => (lines[line] ?? '(ends here)').slice(0, 400);
  process.stdout.write(`different: ${name}: ${label}\n  here:  ${show(left)}\n  there: ${show(right)}\n`);
}

function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}
