import { count } from '../../data/events/bitmask.ts';
import { secondsPerTick } from '../../data/fcs/time-step.ts';
import { classOfChannel, clockOf, clockWordsOf } from '../../data/panel/channel-class.ts';
import { assessQuality } from '../../gating/quality/assess-quality.ts';
import type { QualityChannel, QualityFinding, QualityInput, QualityReport } from '../../gating/quality/quality.ts';
import { defaultQualityOptions, type QualityOptions } from '../../gating/quality/quality-options.ts';
import { valueSeverity } from '../../gating/quality/value-severity.ts';
import { dimensionsOf } from '../../gating/strategy/used-channels.ts';
import type { Protocol } from '../protocol/protocol.ts';
import type { PreparedSample } from './prepared-sample.ts';

/** A report without the events themselves: what a page shows and another thread can be handed. */
export type Assessment = Omit<QualityReport, 'kept'>;

/** The verdict on an acquisition with its reasons, as a result and a certificate show it. */
export interface QualitySummary extends Pick<QualityReport, 'verdict' | 'findings'> {
  /** Of all events: flagged as unstable, and left out of every count. */
  readonly flaggedPercent: number;
  readonly removedPercent: number;
}

/** The same for a result; events are left out of counts only where the protocol says so. */
export function summariseQuality(sample: PreparedSample, protocol: Protocol): QualitySummary {
  const { verdict, findings, kept, eventCount, removedPercent } = assessPrepared(sample, protocol, protocol.quality);
  const flaggedPercent = eventCount === 0 ? 0 : Math.max(removedPercent, 100 * (1 - count(kept) / eventCount));
  return { verdict, findings, flaggedPercent, removedPercent: protocol.quality?.removes === true ? removedPercent : 0 };
}

/** Acquisition quality of a prepared sample over the channels that its protocol gates on. */
export const assessPrepared = (
  sample: PreparedSample,
  protocol: Protocol,
  options: QualityOptions = defaultQualityOptions,
): QualityReport => assessQuality(qualityInputOf(sample, protocol), options);

/** What quality control sees of a sample: the clock, and every channel that the strategy names, on its display scale. */
export function qualityInputOf(sample: PreparedSample, protocol: Protocol): QualityInput {
  const { raw, columns } = sample;
  const seen = new Set<number>();
  const looked = dimensionsOf(protocol.strategy).flatMap((id) => {
    const channel = sample.channel(id);
    if (channel === undefined || seen.has(channel.index)) return [];
    seen.add(channel.index);
    const kind = classOfChannel(raw.dataset.channels[channel.index]!);
    if (kind === 'time') return [];
    return [{ id, kind: kind === 'scatter' ? ('scatter' as const) : ('fluorescence' as const), of: channel.index, scale: channel.scale }];
  });
  const parts = columns.together(looked);
  const channels = looked.map(({ id, kind }, i): QualityChannel => ({ id, kind, parts: parts[i]! }));
  const clock = clockOf(raw.dataset.channels);
  return {
    eventCount: raw.dataset.eventCount,
    stored: raw.findings.flatMap((finding): readonly QualityFinding[] => {
      const [severity, { code, values }] = [valueSeverity(finding), finding];
      return severity === undefined ? [] : [{ code, severity, ...(values === undefined ? {} : { values }) }];
    }),
    time: clock === undefined ? undefined : columns.linear(clock.index - 1),
    clockWords: clockWordsOf(raw.dataset.channels).map(({ name }) => name),
    secondsPerTick: secondsPerTick(raw.dataset.keywords),
    channels,
  };
}
