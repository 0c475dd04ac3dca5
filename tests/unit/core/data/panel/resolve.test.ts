import { expect, it } from 'vitest';
import type { Channel } from '../../../../../core/data/events/channel.ts';
import { panelSchema } from '../../../../../core/data/panel/panel.ts';
import { resolvePanel } from '../../../../../core/data/panel/resolve.ts';
import { resolveShipped } from './panel-support.ts';

const channels = (...names: readonly (readonly [string, string?])[]): readonly Channel[] =>
  names.map(([name, marker], i) => ({
    index: i + 1,
    name,
    ...(marker === undefined ? {} : { marker }),
    bits: 32,
    range: 1024,
    detail: {},
  }));

const panel = panelSchema.parse({
  entries: [
    { id: 'FSC', match: 'whole', aliases: ['FSC-A', 'FSC-H'] },
    { id: 'CD3', aliases: ['CD3'] },
    { id: 'CD56', aliases: ['CD56'], standIns: [{ name: 'NK1.1', species: 'mouse', aliases: ['NK1.1'] }] },
  ],
});

const nameOf = (resolved: ReturnType<typeof resolvePanel>, id: string) => resolved.channels.get(id)?.name;

it('finds markers by $PnS, scatter by preference', () => {
  const resolved = resolvePanel(panel, channels(['FSC-H'], ['FSC-A'], ['Spark Blue 550-A', 'CD3'], ['BV605-A', 'CD56']));
  expect([nameOf(resolved, 'FSC'), nameOf(resolved, 'CD3'), nameOf(resolved, 'CD56')]).toEqual(['FSC-A', 'Spark Blue 550-A', 'BV605-A']);
});

it('prefers area to height and width, and a compensated copy to the raw one', () => {
  expect(nameOf(resolvePanel(panel, channels(['FITC-W', 'CD3'], ['FITC-H', 'CD3'], ['FITC-A', 'CD3'])), 'CD3')).toBe('FITC-A');
  expect(nameOf(resolvePanel(panel, channels(['FITC-A', 'CD3'], ['Comp-FITC-A', 'CD3'])), 'CD3')).toBe('Comp-FITC-A');
});

it('takes the NK marker of another species, and says so', () => {
  const resolved = resolvePanel(panel, channels(['NK11', 'column NK11 from dataset'], ['CD3', 'CD3']));
  expect(nameOf(resolved, 'CD56')).toBe('NK11');
  expect(resolved.findings.map(({ code }) => code)).toContain('stand-in-marker');
});

it('refuses to guess between detectors that fit equally well', () => {
  const resolved = resolvePanel(panel, channels(['(Cd110)Di', 'CD3'], ['(Cd111)Di', 'CD3']));
  expect(resolved.channels.has('CD3')).toBe(false);
  expect(resolved.ambiguous.get('CD3')).toEqual(['(Cd110)Di', '(Cd111)Di']);
});

it('obeys a pinned channel', () => {
  const pinned = panelSchema.parse({ entries: [{ id: 'CD3', aliases: ['CD3'], channel: '(Cd111)Di' }] });
  expect(nameOf(resolvePanel(pinned, channels(['(Cd110)Di', 'CD3'], ['(Cd111)Di', 'CD3'])), 'CD3')).toBe('(Cd111)Di');
});

it('takes a stand-in only beside markers of its species', () => {
  const mouse = panelSchema.parse({
    entries: [
      { id: 'CD56', aliases: ['CD56'], standIns: [{ name: 'CD161', species: 'mouse', aliases: ['CD161'], beside: ['Ly-6G', 'MHCII'] }] },
    ],
  });
  expect(nameOf(resolvePanel(mouse, channels(['APC-A', 'CD161'], ['FITC-A', 'Ly-6G'])), 'CD56')).toBe('APC-A');
  expect(nameOf(resolvePanel(mouse, channels(['APC-A', 'CD161'], ['FITC-A', 'CD19'])), 'CD56')).toBeUndefined();
  const shipped = resolveShipped(['APC-A', 'CD161'], ['FITC-A', 'CD45.1'], ['PE-A', 'CD3']);
  expect(nameOf(shipped, 'CD56')).toBe('APC-A');
});

it('does not take every metal channel for one that is named by its metal', () => {
  const dna = panelSchema.parse({ entries: [{ id: 'DNA', match: 'whole', aliases: ['(Ir191)Di'] }] });
  expect(nameOf(resolvePanel(dna, channels(['(Sm154)Di', 'CD3'], ['(Ir191)Di', '191'])), 'DNA')).toBe('(Ir191)Di');
});

it('is done in no time, whatever stands in a name', () => {
  const pieces = [
    'CD',
    '3',
    '/',
    ' ',
    '-',
    '_',
    'FSC',
    'A',
    'Log',
    '(',
    ')',
    'FMO',
    '前方',
    'CD45',
    ' RA',
    'LIVE',
    '7-AAD',
    '<',
    'Di',
    '9',
    '\u0000',
    '😀',
  ];
  const names = pieces.flatMap((piece) => [piece, ` ${piece}`, `${piece}3 14 `].map((each) => `${each.repeat(2000)}!`));
  const before = performance.now();
  resolveShipped(...names.map((name): [string, string] => [name, `${name}.`]));
  expect(performance.now() - before).toBeLessThan(5000);
});
