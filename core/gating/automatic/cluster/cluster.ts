import * as z from 'zod';
import { bandwidthFor } from '../../density/density-range.ts';
import { cellsOf, gridOf } from '../../density/grid-2d.ts';
import { findClusters } from '../../density/modes-2d.ts';
import { rounded } from '../../density/sensitivity.ts';
import { type Component, climb, type Mixture } from '../../density/t-mixture.ts';
import { polygonGate } from '../../gates/polygon/schema.ts';
import { rectangleGate } from '../../gates/rectangle/schema.ts';
import { across, up } from '../kind/dimension-words.ts';
import type { StepKind } from '../kind/step.ts';

/** The cluster nearest to where it is expected, in any two dimensions: a t cluster for every mode, the chosen one's contour as a polygon. */
const clusterSchema = z.strictObject({
  kind: z.literal('cluster'),
  /** Where the cluster is expected on the display scale. */
  near: z
    .tuple([z.number().meta({ en: 'across', ja: '横軸' }), z.number().meta({ en: 'up', ja: '縦軸' })])
    .meta({ en: 'expected near', ja: '想定位置' }),
  /** Share of the cluster that its contour holds. */
  share: z.number().gt(0).lt(1).default(0.95).meta({ en: 'share of the cluster', ja: 'クラスターに含める割合' }),
});
export type ClusterStep = z.infer<typeof clusterSchema>;

const FEWEST = 100;
const TURNS = 30;
const CORNERS = 16;
const NU = 6;
/** A cluster further than this from its place is another one. */
const FARTHEST = 0.3;

export const cluster: StepKind<ClusterStep> = {
  schema: clusterSchema,
  words: { en: 'One cluster', ja: 'クラスター1つ' },
  dimensions: [across, up],
  names: () => ['Cluster'],
  usual: { kind: 'cluster', near: [0.5, 0.5], share: 0.95 },
  gateDimensions: 2,
  place({ near, share }, input) {
    const grid = gridOf(input, 0, 1);
    const modes = grid.total < FEWEST ? [] : findClusters(grid, 1.6 * bandwidthFor(grid.total));
    if (modes.length === 0)
      return {
        gate: rectangleGate([{}, {}]),
        light: 'red',
        evidence: [{ code: 'no-cluster', values: { events: grid.total } }],
      };
    const cells = cellsOf(grid, 2);
    let mixture: Mixture = {
      components: modes.map((mode): Component => ({ weight: mode.share, mean: [mode.x, mode.y], spread: [0.003, 0, 0.003] })),
      background: 0.02,
      logLikelihood: 0,
    };
    const priors = modes.map((mode) => ({
      mean: [mode.x, mode.y] as const,
      meanEvents: 0,
      variance: [0.003, 0.003] as const,
      varianceEvents: 10,
    }));
    for (let turn = 0; turn < TURNS; turn++) ({ mixture } = climb(cells, mixture, priors));
    const distance = ({ mean }: Component) => Math.hypot(mean[0] - near[0], mean[1] - near[1]);
    const ranked = mixture.components.toSorted((a, b) => distance(a) - distance(b));
    const chosen = ranked[0]!;
    const next = ranked[1] === undefined ? Number.POSITIVE_INFINITY : distance(ranked[1]);
    const clear = next > 2 * distance(chosen);
    return {
      gate: polygonGate(contour(chosen, share)),
      light: distance(chosen) > FARTHEST ? 'red' : clear ? 'green' : 'amber',
      evidence: [
        {
          code: 'cluster',
          values: { percent: rounded(100 * chosen.weight, 1), distance: rounded(distance(chosen), 3), clusters: modes.length },
        },
      ],
    };
  },
};

/** The contour of a bivariate t cluster that holds a share of it: squared radius nu ((1 - share)^(-2/nu) - 1). */
function contour({ mean, spread: [a, b, c] }: Component, share: number): [number, number][] {
  const radius = Math.sqrt(NU * ((1 - share) ** (-2 / NU) - 1));
  const [l11, l21] = [Math.sqrt(a), b / Math.sqrt(a)];
  const l22 = Math.sqrt(Math.max(1e-9, c - l21 * l21));
  return Array.from({ length: CORNERS }, (_, i): [number, number] => {
    const angle = (2 * Math.PI * i) / CORNERS;
    const [u, v] = [radius * Math.cos(angle), radius * Math.sin(angle)];
    return [mean[0] + l11 * u, mean[1] + l21 * u + l22 * v];
  });
}
