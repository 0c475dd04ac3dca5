import { once } from '../../base/once.ts';
import type { Channel } from '../../data/events/channel.ts';
import type { FcsDataset } from '../../data/fcs/fcs-file.ts';
import { identity } from '../../data/transforms/transforms.ts';
import type { ExplicitDimension, NamedMatrices } from './dimension.ts';
import { gridAxis } from './flowjo-grid.ts';
import { resolveDimension } from './resolve-dimension.ts';
import type { ScaledChannel } from './used-channels.ts';

/** An explicit dimension of the protocol as gates, plots and statistics take it; undefined where the data set lacks its channel. */
export function namedDimension(
  id: string,
  dimension: ExplicitDimension,
  matrices: NamedMatrices,
  dataset: FcsDataset,
  stepsOf?: (channel: Channel) => number | undefined,
): ScaledChannel | undefined {
  const resolved = resolveDimension(dimension, matrices, dataset, stepsOf);
  if (resolved === undefined) return undefined;
  const { source, scale, channel, compensated } = resolved;
  const { transform = identity } = dimension;
  return {
    used: {
      id,
      index: channel.index,
      name: channel.name,
      ...(channel.marker === undefined ? {} : { marker: channel.marker }),
      compensated,
      transform,
    },
    index: channel.index - 1,
    source,
    scale,
    ...(dimension.bounds === undefined ? {} : { bounds: dimension.bounds }),
    ...(dimension.coordinates === undefined ? {} : { coordinates: dimension.coordinates }),
    ...(dimension.transform === undefined ? {} : { grid: once(() => gridAxis(transform)) }),
  };
}
