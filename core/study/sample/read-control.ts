import { Problem } from '../../base/problem.ts';
import type { ControlEvents } from '../../data/compensation/control.ts';
import { toLinear } from '../../data/events/scale-values.ts';
import { findChannel } from '../../data/panel/find-channel.ts';
import type { RawSample } from './raw-sample.ts';

/** The linear, uncompensated values of a file over some detectors ($PnN), in their order: what spillover is computed from. */
export function controlEvents(
  { dataset, table, file }: Pick<RawSample, 'dataset' | 'table' | 'file'>,
  detectors: readonly string[],
): ControlEvents {
  const columns = detectors.map((detector) => {
    const channel = findChannel(detector, dataset.channels);
    if (channel === undefined) throw detectorAbsent(file, detector);
    const out = new Float64Array(table.eventCount);
    for (const shard of table.shards) {
      const raw = shard.columns[channel.index - 1];
      if (raw === undefined) throw detectorAbsent(file, detector);
      toLinear(raw, channel, shard.eventCount, out.subarray(shard.firstEvent, shard.firstEvent + shard.eventCount));
    }
    return out;
  });
  return { columns, eventCount: table.eventCount };
}

const detectorAbsent = (file: string, detector: string): Problem =>
  new Problem(
    'detector-absent',
    { en: 'The control {file} has no detector "{detector}".', ja: 'コントロール{file}に検出器「{detector}」がありません。' },
    { file, detector },
  );
