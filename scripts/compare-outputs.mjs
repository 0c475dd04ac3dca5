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
  const asked = job.files.filter((file) => only.test(`${file}: ${label}`) && !(refused.has(file) && needsAnalysis(job)));
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
  copyFileSync(find(checkout, /(^|\/)nk-t\.json$/), path.join(folder, 'nk-t.json'));
  symlinkSync(path.dirname(find(root, /(^|\/)samples\.csv$/)), path.join(folder, 'samples'));
  symlinkSync(shared, path.join(folder, 'shared'));
  return { folder, program: path.join(checkout, 'dist', 'cli', 'main.js') };
}

/** A source file, wherever the checkout keeps it: folders may have moved between the two. */
function find(checkout, pattern) {
  const isSource = (folder) => folder.isDirectory() && !/^(\..*|node_modules|dist|out)$/.test(folder.name);
  const folders = readdirSync(checkout, { withFileTypes: true }).filter(isSource);
  const [found] = folders.flatMap((folder) => list(checkout, folder.name, pattern));
  return found === undefined ? stop(`${checkout} has no ${pattern}`) : path.join(checkout, found);
}

/** The files in and below a folder whose names fit, in a stable order; none where it is missing. */
function list(base, folder, pattern) {
  const whole = path.join(base, folder);
  if (!existsSync(whole)) return [];
  return readdirSync(whole, { recursive: true })
    .filter((file) => pattern.test(file))
    .sort()
    .map((file) => `${folder}/${file}`);
}

/** Everything that both sides are asked. A command that takes many files is started once for all of them; `wild` are small files with flaws. */
function jobsIn(base) {
  const samples = list(base, 'samples', /\.(fcs|lmd)$/);
  const corpus = list(base, 'shared/corpus', /\//);
  const gatingMl = list(base, 'shared/gatingml', /\.fcs$/);
  const wild = list(base, 'shared/wild', /\.(fcs|lmd)$/);
  const single = [...samples, ...corpus, ...gatingMl];
  const all = [...single, ...wild];
  return [
    ask(all, 'inspect', '--digests'),
    ask(all, 'analyse'),
    ask(single, 'analyse', '--lang', 'ja'),
    ask(single, 'analyse', '--dataset', '2'),
    ask(single, 'analyse', '--salvage'),
    ask(single, 'classify'),
    ask(all, 'quality'),
    ...single.flatMap((file) => [
      ask([file], 'export', '--values', 'linear', '--out', 'out.csv'),
      ask([file], 'export', '--values', 'compensated', '--out', 'out.csv'),
      ask([file], 'report', '--lang', 'en', '--out', 'out.pdf'),
      ask([file], 'report', '--lang', 'ja', '--out', 'out.pdf'),
      ...gatedBy('nk-t.json', file, ['out.xml', 'out.wsp']),
    ]),
    ...list(base, 'shared/gatingml/gml', /\.xml$/).flatMap((strategy) =>
      gatedBy(strategy, gatingMl[0], strategy.includes('all_gates') ? everyFormat : ['out.json', 'out.wsp']),
    ),
    ...list(base, 'shared/flowjo', /\.wsp$/).flatMap((strategy) => {
      const [file, ...sample] = workspaceFiles[strategy.split('/')[2]];
      return [
        ...gatedBy(strategy, file, everyFormat, sample),
        ask([file], 'gate', '--strategy', strategy, ...sample, '--evaluator', 'flowjo', '--memberships', 'out.csv'),
      ];
    }),
  ];
}

/** Counts and members of every population of a strategy, then the strategy in some formats. */
function gatedBy(strategy, file, formats, sample = []) {
  return [
    ask([file], 'gate', '--strategy', strategy, ...sample, '--memberships', 'out.csv'),
    ...formats.map((out) => ask([file], 'convert', '--strategy', strategy, ...sample, '--out', out)),
  ];
}

function ask(files, command, ...options) {
  return { files, command, options };
}

/** Where `analyse` refuses a file, these say the same once more. */
function needsAnalysis({ command, options }) {
  return command === 'report' || (command === 'convert' && options.includes('nk-t.json'));
}

/** What one side says of each file. What it says of all of them, and what it writes, belongs to the only file or stands under `*`. */
async function outputsOf({ folder, program }, { command, options }, asked) {
  const args = [program, command, ...asked, ...options, '--json'];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const exit = new Promise((done) => child.on('close', done));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  const out = path.join(folder, options.find((option) => option.startsWith('out.')) ?? 'out.none');
  const written = existsSync(out) ? await contentOf(out) : '';
  rmSync(out, { force: true });
  const all = asked.length === 1 ? asked[0] : '*';
  if (!stdout.startsWith('{"files":['))
    return new Map([[all, { isBroken: true, said: `no JSON: ${/^\w*Error.*$/m.exec(stderr) ?? stderr}` }]]);
  const { files: results, ...rest } = JSON.parse(stdout);
  const around = [inLines({ ...rest, exitCode: code }), stderr, written].join('\n');
  const outputs = new Map(results.map((result) => [result.file, { isRefused: 'error' in result, said: inLines(result) }]));
  const before = outputs.get(all);
  return outputs.set(all, { isRefused: before?.isRefused === true, said: `${before?.said ?? ''}\n${around}`.trimStart() });
}

async function contentOf(file) {
  if (!file.endsWith('.pdf')) return await readFile(file, 'utf8');
  const pages = await text(spawn('pdftotext', ['-layout', file, '-'], { stdio: ['ignore', 'pipe', 2] }).stdout);
  return pages.trim() === '' ? stop(`${file} cannot be read`) : forgive('pdf', pages);
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
  saved.push({ file: name, command: label, same: isSame, refused: here?.isRefused === true, here: sha256(here), there: sha256(there) });
  if (isSame) return;
  const [left, right] = [here, there].map((output) => (output?.said ?? 'nothing').split('\n'));
  const line = firstDifference(left, right);
  const start = Math.max(0, firstDifference(left[line] ?? '', right[line] ?? '') - 200);
  const show = (lines) => (lines[line] ?? '(ends here)').slice(start, start + 300);
  process.stdout.write(`different: ${name}: ${label}\n  here:  ${show(left)}\n  there: ${show(right)}\n`);
}

/** Of two lists or texts: the first place where they differ. */
function firstDifference(left, right) {
  let place = 0;
  while (place < left.length && left[place] === right[place]) place++;
  return place;
}

function sha256(output) {
  return createHash('sha256')
    .update(output?.said ?? '')
    .digest('hex');
}

function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}
