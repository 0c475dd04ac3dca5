import { describe, expect, it } from 'vitest';
import type { SampleAnalysis } from '../../../../../core/study/sample/sample-analysis.ts';
import type { Specification } from '../../../../../core/study/specification/specification.ts';
import { verdictOf, withoutResult, withWorst } from '../../../../../core/study/verdict/run-verdict.ts';
import { verdictCells } from '../../../../../core/study/watch/verdict-columns.ts';

const specification: Specification = {
  product: { en: 'Cells', ja: '細胞' },
  approved: { by: 'director', on: '2026-01-01' },
  items: [{ population: 'Live/NK', unit: '%', atLeast: 50, source: 'SOP-1' }],
};

const populationsWith = (nk: number, light: 'green' | 'amber' | 'red') => [
  { path: '', count: 2000 },
  { path: 'Live', count: 1000 },
  {
    ...{ path: 'Live/NK', count: nk, role: 'nk' },
    gate: { dimensions: ['CD56'], gate: { kind: 'rectangle', ranges: [{}] }, automatic: { light, evidence: [] } },
  },
];

function analysisWith({
  nk = 800,
  light = 'green' as const,
  role = 'sample',
  quality = 'good',
  findings = [] as readonly string[],
  more = {},
} = {}) {
  return {
    ...{ sample: { metadata: { role } }, features: [], withheld: [], populations: populationsWith(nk, light) },
    ...{ quality: { verdict: quality }, findings: findings.map((code) => ({ code, kind: 'note' })) },
    classification: { methods: [], reasons: [], method: 'indeterminate' },
    ...more,
  } as unknown as SampleAnalysis;
}

const codesOf = (
  given: Parameters<typeof analysisWith>[0] & { readonly light?: 'green' | 'amber' | 'red' },
  isPaused = false,
  by?: Specification,
) => {
  const { verdict, reasons } = verdictOf({ analysis: analysisWith(given as never), specification: by, isPaused });
  return [verdict, ...reasons.map(({ code }) => code)];
};

describe('the verdict of a run', () => {
  it.each([
    ['all limits are kept', {}, false, specification, ['pass']],
    ['a limit is not kept', { nk: 300 }, false, specification, ['stop', 'limits-failed']],
    ['its limit lies within the interval', { nk: 505 }, false, specification, ['look', 'limits-near']],
    ['nobody approved limits', {}, false, undefined, ['look', 'no-approved-limits']],
    ['a gate is red', { light: 'red' }, false, specification, ['look', 'limits-open', 'gates-red']],
    ['charts are broken', {}, true, specification, ['stop', 'charts-broken']],
    ['the acquisition is rejected', { quality: 'reject' }, false, specification, ['stop', 'acquisition-rejected']],
    ['it is blood', { role: 'blood' }, false, undefined, ['look', 'blood-without-limits']],
    ['it is control material', { role: 'reference' }, false, undefined, ['pass']],
    [
      'events are missing, without limits too',
      { role: 'reference', findings: ['tot-not-borne-out'] },
      false,
      undefined,
      ['stop', 'events-lost'],
    ],
  ] as const)('where %s', (_, given, isPaused, by, expected) => {
    expect(codesOf(given as never, isPaused, by)).toEqual(expected);
  });

  it('is no pass where there is no result', () => {
    expect(withWorst([withoutResult()]).verdict).toBe('stop');
  });
});

it('a column holds no number that a certificate would withhold', () => {
  const columns = [
    { title: 'NK', population: 'Live/NK', unit: '%' as const },
    { title: 'NK events', population: 'Live/NK', unit: 'events' as const },
    { title: 'none', population: 'Live/B', unit: '%' as const },
    { title: 'feature', feature: 'nk' },
  ];
  const cellsOf = (light: 'green' | 'red') => {
    const facts = {
      file: 'a.fcs',
      run: undefined,
      analysis: analysisWith({ light: light as never }),
      certificate: undefined,
      finished: '',
    };
    return verdictCells(columns, { ...facts, verdict: { verdict: 'pass', reasons: [] } }, 'en');
  };
  expect(cellsOf('green')).toEqual([80, 800, undefined, undefined]);
  expect(cellsOf('red')).toEqual([undefined, undefined, undefined, undefined]);
});
