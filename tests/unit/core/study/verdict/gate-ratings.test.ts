import { expect, it } from 'vitest';
import type { Light } from '../../../../../core/gating/automatic/kind/step.ts';
import type { SampleAnalysis } from '../../../../../core/study/sample/sample-analysis.ts';
import { gateRatings } from '../../../../../core/study/verdict/gate-ratings.ts';

const population = (path: string, light: Light | undefined, role?: string) => ({
  ...{ path, count: 10, ...(role === undefined ? {} : { role }) },
  gate: {
    dimensions: [path],
    gate: { kind: 'rectangle', ranges: [{}] },
    ...(light === undefined ? {} : { automatic: { light, evidence: [] } }),
  },
});
const analysisOf = (populations: readonly unknown[], composition?: unknown) =>
  ({ composition, features: [], classification: { reasons: [] }, populations }) as unknown as SampleAnalysis;

const populations = [
  population('Live', 'red'),
  population('Live/NK', 'red', 'nk'),
  population('Live/T', 'amber', 't'),
  population('Debris', 'red'),
  population('Box', undefined),
];

it('gates are rated where the composition is held back for them as where it is not', () => {
  const parts = [
    { role: 'nk', path: 'Live/NK' },
    { role: 't', path: 'Live/T' },
  ];
  const rated = { counts: { green: 0, amber: 1, red: 2 }, worst: 'red', total: 3 };
  expect(gateRatings(analysisOf(populations, { parts }), [])).toEqual(rated);
  expect(gateRatings(analysisOf(populations), [])).toEqual(rated);
});

it('gates that nobody rated are counted apart from none at all', () => {
  expect(gateRatings(analysisOf([population('NK', undefined, 'nk')]), [])).toMatchObject({ worst: undefined, total: 1 });
  expect(gateRatings(analysisOf([population('Box', undefined)]), [])).toMatchObject({ worst: undefined, total: 0 });
});
