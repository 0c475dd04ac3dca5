import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { gatingMl, population, shape, smallFile, spill, workspace } from '../fixtures/small-file.ts';
import { jsonOf, root, runCli, sampleFile } from './run-cli.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-gate-'));
const written = (name: string, content: string | Uint8Array): string => {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
};
const file = written('small.fcs', smallFile([spill]));
const upper = population('high', shape.rectangle({ 'FSC-A': { min: 100 } }), '', 10);
const gates = (content: string) => written('gates.xml', gatingMl(content));
const range = (id: string, parameter = 'FSC-A') =>
  `<gating:RectangleGate gating:id="${id}"><gating:dimension gating:compensation-ref="uncompensated" gating:min="100"><data-type:fcs-dimension data-type:name="${parameter}"/></gating:dimension></gating:RectangleGate>`;

const gate = (strategy: string, ...more: readonly string[]) => runCli(['gate', file, '--strategy', strategy, '--json', ...more]);

describe('the command gate', () => {
  it('counts by Gating-ML and writes who belongs where', () => {
    const members = path.join(folder, 'members.csv');
    const run = gate(gates(`${range('a, &quot;b&quot;')}\n${range('c')}`), '--memberships', members);
    expect(run.code).toBe(0);
    const populations = jsonOf(run).files[0]?.populations;
    expect(populations?.map(({ path: name, count }) => [name, count])).toEqual([
      ['a, "b"', 10],
      ['c', 10],
    ]);
    expect(populations?.[0]).toMatchObject({ percentOfParent: 50, percentOfTotal: 50 });
    const lines = readFileSync(members, 'utf8').split('\n');
    expect(lines[0]).toBe('"a, ""b""",c');
    expect(lines.slice(1, -1)).toEqual(Array.from({ length: 20 }, (_, event) => (event < 10 ? '0,0' : '1,1')));
  });

  it("counts by a workspace, beside FlowJo's own count, and goes on past what it cannot read", () => {
    const strategy = written('study.wsp', workspace([{ populations: `${upper}${population('odd', '<gating:SplineGate/>')}` }]));
    const run = gate(strategy);
    expect(run.code).toBe(1);
    expect(jsonOf(run).files[0]?.populations).toMatchObject([
      { path: 'high', count: 10, storedCount: 10 },
      { path: 'odd', error: { code: 'gate-unreadable' } },
    ]);
    expect(gate(strategy, '--sample', '1').code).toBe(1);
    const unknown = gate(strategy, '--sample', 'another');
    expect([unknown.code, jsonOf(unknown).files[0]?.error?.code]).toEqual([2, 'sample-not-found']);
    expect(jsonOf(gate(strategy, '--evaluator', 'flowjo')).files[0]).toMatchObject({ evaluator: 'flowjo', approximate: true });
  });

  it('counts by a protocol as analyse does', () => {
    const sample = sampleFile('simulated-cik.fcs');
    const protocol = path.join(root, 'core', 'study', 'protocol', 'nk-t.json');
    const counts = (args: readonly string[]) =>
      jsonOf(runCli([...args, '--json']))
        .files[0]?.populations.map((entry) => [entry.path, entry.count])
        .filter(([name]) => name !== '');
    expect(counts(['gate', sample, '--strategy', protocol])).toEqual(counts(['analyse', sample, '--protocol', protocol]));
  });

  it('names the line of an error; refuses channels that are not there one by one', () => {
    const broken = gate(gates('\n<gating:RectangleGate gating:id="a"/>'));
    expect(broken.code).toBe(2);
    expect(broken.err).toContain('Line 4');
    expect(jsonOf(broken).files[0]?.error).toMatchObject({ code: 'xml-child-missing', line: 4 });
    const absent = gate(gates(`${range('a', 'PE-A')}${range('b')}`));
    expect(absent.code).toBe(1);
    expect(jsonOf(absent).files[0]?.populations).toMatchObject([
      { path: 'b', count: 10 },
      { path: 'a', error: expect.anything() },
    ]);
    expect(gate(path.join(folder, 'nothing.xml')).code).toBe(2);
  });

  it('a matrix table takes the place of what Gating-ML calls FCS, and of nothing else', () => {
    const table = (value: number) => written('matrix.csv', `,FITC-A,APC/Cy7-A\nFITC-A,1,${value}\nAPC/Cy7-A,0,1\n`);
    const bare = written('bare.fcs', smallFile());
    // of 20 to 39 in APC/Cy7, a tenth of FITC is 10, a fifth 20
    const strategy = gates(
      ['FCS', 'uncompensated']
        .map((by) => range(by, 'APC/Cy7-A').replace('"uncompensated"', `"${by}"`).replace('"100"', '"10"'))
        .join('\n'),
    );
    const counts = (sample: string, ...more: readonly string[]) => {
      const [result] = jsonOf(runCli(['gate', sample, '--strategy', strategy, '--json', ...more])).files;
      return result?.populations?.map(({ path: name, count }) => [name, count]);
    };
    const of = (fcs: number) => [
      ['FCS', fcs],
      ['uncompensated', 20],
    ];
    expect(counts(file)).toEqual(of(20));
    expect(counts(file, '--compensation', table(0.2))).toEqual(of(10));
    expect(counts(bare, '--compensation', table(0.2))).toEqual(of(10));
    expect(counts(bare, '--compensation', table(0.1))).toEqual(of(20));
    const codes = (...more: readonly string[]) =>
      [...runCli(['gate', bare, '--strategy', strategy, '--json', ...more]).out.matchAll(/"code": ?"([a-z-]+)"/g)].map(([, code]) => code);
    expect(codes()).toContain('file-not-compensated');
    expect(codes('--compensation', table(0.2))).not.toContain('file-not-compensated');
    const unfit = written('unfit.csv', ',PE-A,APC/Cy7-A\nPE-A,1,0.1\nAPC/Cy7-A,0,1\n');
    const refused = runCli(['gate', file, '--strategy', strategy, '--json', '--compensation', unfit]);
    expect([refused.code, jsonOf(refused).files[0]?.error?.code]).toEqual([2, 'matrix-unfit']);
  });

  it('counts the same by a protocol that was written in another format', () => {
    const sample = sampleFile('simulated-cik.fcs');
    const counts = (strategy: string) =>
      jsonOf(runCli(['gate', sample, '--strategy', strategy, '--json'])).files[0]?.populations.map((entry) => [entry.path, entry.count]) ??
      [];
    const protocol = path.join(root, 'core', 'study', 'protocol', 'nk-t.json');
    const expected = counts(protocol);
    const converted = ['nk-t.wsp', 'nk-t.xml', 'nk-t.json'].map((name) => {
      const out = path.join(folder, name);
      expect(runCli(['convert', sample, '--strategy', protocol, '--out', out]).code).toBe(0);
      return counts(out);
    });
    // FlowJo has no gate of more than two dimensions: there it is two, one below the other
    const inFlowjo = (converted[0] ?? [])
      .filter(([name]) => !String(name).endsWith(' – 1'))
      .map(([name, count]) => [String(name).replace(/Feeder-like – 1\//, ''), count] as const);
    expect(inFlowjo.toSorted()).toEqual(expected.toSorted());
    expect(converted[1]?.toSorted()).toEqual(expected.toSorted());
    expect(converted[2]).toEqual(expected);
    expect(runCli(['convert', sample, '--strategy', protocol, '--out', path.join(folder, 'a.txt')]).code).toBe(2);
  });
});
