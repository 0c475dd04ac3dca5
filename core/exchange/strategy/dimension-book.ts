import { describeTransform } from '../../data/transforms/describe.ts';
import { kindOfTransform } from '../../data/transforms/transforms.ts';
import type { ExplicitDimension, ExplicitDimensions } from '../../gating/strategy/dimension.ts';

/** Collects the dimensions of a document: the same one gets the same name, which says what it is. */
export interface DimensionBook {
  nameOf(dimension: ExplicitDimension): string;
  readonly dimensions: ExplicitDimensions;
}

export function openDimensionBook(): DimensionBook {
  const byContent = new Map<string, string>();
  const dimensions = new Map<string, ExplicitDimension>();
  return {
    nameOf(dimension) {
      const content = JSON.stringify(dimension);
      const known = byContent.get(content);
      if (known !== undefined) return known;
      const base = describe(dimension);
      let name = base;
      for (let n = 2; dimensions.has(name); n++) name = `${base} (${n})`;
      byContent.set(content, name);
      dimensions.set(name, dimension);
      return name;
    },
    get dimensions() {
      return Object.fromEntries(dimensions);
    },
  };
}

function describe(dimension: ExplicitDimension): string {
  const { compensation, transform, bounds, coordinates } = dimension;
  const values = 'channel' in dimension ? dimension.channel : describeRatio(dimension);
  const parts = [
    values,
    ...(compensation === 'uncompensated' ? [] : [compensation]),
    ...(transform === undefined ? [] : [describeTransform(transform)]),
    ...describeBounds(bounds),
    // the same scale with gates given in its own positions needs a name of its own
    ...(transform !== undefined && coordinates === undefined && kindOfTransform(transform).isOfFlowjo ? ['positions'] : []),
  ];
  return parts.join(' · ');
}

const describeBounds = (bounds: ExplicitDimension['bounds']): readonly string[] =>
  bounds === undefined ? [] : [`${bounds.min ?? ''}..${bounds.max ?? ''}`];

const describeRatio = ({ ratio }: Extract<ExplicitDimension, { ratio: unknown }>): string =>
  [`${ratio.numerator} / ${ratio.denominator} (${ratio.A}, ${ratio.B}, ${ratio.C})`, ...describeBounds(ratio.bounds)].join(' · ');
