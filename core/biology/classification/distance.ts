import { fUpperTail, logDensityT } from '../../base/math/fisher-f.ts';
import {
  addMatrices,
  covarianceOfLogs,
  determinant,
  type Four,
  invert,
  logRatios,
  minus,
  quadratic,
  scaleMatrix,
  traceOfProduct,
} from '../../base/math/log-ratio.ts';
import { normalQuantile } from '../../base/math/normal.ts';
import type { Feature, Features } from '../features/feature.ts';
import { compositionIds, markerIds, onLotScale } from '../features/feature-kinds.ts';
import { expectedComposition, expectedMarker, logOfPart } from '../profiles/expectation.ts';
import type { Profile } from '../profiles/profile.ts';
import type { BlockDistance, Distance } from './classification.ts';

/** Standard deviations that an interval of 95 % reaches. */
const REACH = normalQuantile(0.975);

interface Block extends BlockDistance {
  readonly logDensity: number;
}

/**
 * How far a sample lies from a profile. Each block (the composition; every marker by itself) has the p-value of one more lot of the
 * method: squared distance by the covariance between lots plus that of the measurement, in the prediction form of Hotelling's T2,
 * so that few lots reject little. The profile's p is the smallest after each is divided by its share (Bonferroni, weighted; the
 * shares are the profile's, not the panel's, so that a marker less never brings a method nearer to being ruled out).
 */
export function distanceTo(profile: Profile, features: Features): Distance | undefined {
  const markers = markerIds.filter((id) => profile.markers[id] !== undefined);
  const shareOfComposition = profile.composition === undefined ? 0 : markers.length === 0 ? 1 : 0.5;
  const shareOfMarker = (1 - shareOfComposition) / Math.max(1, markers.length);
  const composed = compositionBlock(profile, features, shareOfComposition);
  const blocks = [
    ...(composed === undefined ? [] : [composed]),
    ...markers.flatMap((id): Block[] => {
      const [figure, feature] = [profile.markers[id], features.get(id)];
      return figure && feature ? [markerBlock(id, expectedMarker(id, figure), feature, profile.lots, shareOfMarker)] : [];
    }),
  ];
  if (blocks.length === 0) return undefined;
  const smallest = (of: (block: Block) => number) => Math.min(1, ...blocks.map((block) => of(block) / block.share));
  return {
    p: smallest(({ p }) => p),
    pNearest: smallest(({ pNearest }) => pNearest),
    logDensity: blocks.reduce((sum, { logDensity }) => sum + logDensity, 0),
    blocks: blocks.map(({ logDensity: _, ...block }) => block),
  };
}

function compositionBlock({ composition, lots }: Profile, features: Features, share: number): Block | undefined {
  const parts = compositionIds.flatMap((id) => features.get(id) ?? []);
  if (composition === undefined || parts.length < compositionIds.length) return undefined;
  const { mean, covariance } = expectedComposition(composition);
  const at = logRatios(parts.map(posteriorMean) as unknown as Four);
  const measured = covarianceOfLogs(parts.map((part) => logSpread(part) ** 2) as unknown as Four);
  const scale = addMatrices(scaleMatrix(covariance, 1 + 1 / lots), measured);
  const inverse = invert(scale);
  const d2 = quadratic(minus(at, mean), inverse);
  const degrees = lots - 3;
  // d2 (n - p) / (p (n - 1)) ~ F(p, n - p): the factor 1 + 1/n of a new lot is in the scale already
  const tail = (d: number) => fUpperTail((d * d * degrees) / (3 * (lots - 1)), 3, degrees);
  const d = Math.sqrt(d2);
  // no place of the measurement's region is nearer than this (triangle inequality, the trace bounding the largest eigenvalue)
  const nearest = Math.max(0, d - REACH * Math.sqrt(traceOfProduct(inverse, measured)));
  return {
    block: 'composition',
    d,
    p: tail(d),
    pNearest: tail(nearest),
    share,
    z: Object.fromEntries(
      compositionIds.map((id, i) => {
        const figure = composition[id];
        const sd = Math.max(0.05, (logOfPart(figure.high) - logOfPart(figure.low)) / (2 * normalQuantile(0.95)));
        return [id, (logOfPart(parts[i]!.value) - logOfPart(figure.typical)) / Math.hypot(sd, logSpread(parts[i]!))];
      }),
    ),
    logDensity: logDensityT((d2 * degrees) / (lots - 1), 3, degrees, Math.log(determinant(scaleMatrix(scale, (lots - 1) / degrees)))),
  };
}

function markerBlock(
  id: (typeof markerIds)[number],
  { mean, sd }: { readonly mean: number; readonly sd: number },
  feature: Feature,
  lots: number,
  share: number,
): Block {
  const measured = Math.max(0, onLotScale(id, feature.high) - onLotScale(id, feature.low)) / 2 / REACH;
  const spread = Math.hypot(sd * Math.sqrt(1 + 1 / lots), measured);
  const z = (onLotScale(id, feature.value) - mean) / spread;
  const degrees = lots - 1;
  const tail = (d: number) => fUpperTail(d * d, 1, degrees);
  return {
    block: id,
    d: Math.abs(z),
    p: tail(Math.abs(z)),
    pNearest: tail(Math.max(0, Math.abs(z) - (REACH * measured) / spread)),
    share,
    z: { [id]: z },
    logDensity: logDensityT(z * z, 1, degrees, 2 * Math.log(spread)),
  };
}

/** Of the Dirichlet posterior with half an event a part: above 0 always. */
export const posteriorMean = ({ definition: { count, total } }: Feature): number => (100 * (count + 0.5)) / (total + 2);

/** Standard deviation of the logarithm of a part: of counting, and of the gate. */
function logSpread(part: Feature): number {
  const { count, total } = part.definition;
  const counting = 1 / (count + 0.5) - 1 / (total + 2);
  const gate = (part.gate ?? 0) / Math.max(0.05, posteriorMean(part));
  return Math.min(2, Math.sqrt(Math.max(0, counting) + gate * gate));
}
