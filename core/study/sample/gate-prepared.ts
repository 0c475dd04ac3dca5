import type { Finding } from '../../base/finding.ts';
import { count } from '../../data/events/bitmask.ts';
import { type EvaluateOptions, evaluateStrategy } from '../../gating/evaluate/evaluate-strategy.ts';
import { remember } from '../../gating/evaluate/gate-memo.ts';
import type { GatedSample } from '../../gating/strategy/population.ts';
import { dimensionsOf, type ScaledChannel } from '../../gating/strategy/used-channels.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { assessPrepared } from './assess-prepared.ts';
import type { PreparedSample } from './prepared-sample.ts';

export interface GatePreparedOptions extends Omit<EvaluateOptions, 'kept'> {
  /** Asked for each channel: a place to stop. */
  readonly channel?: (id: string) => ScaledChannel | undefined;
}

/** How gates are met whose markers the sample lacks: as is asked, else as the protocol says. */
export const absentBy = ({ absentMarkers }: Pick<Protocol, 'absentMarkers'>, asked?: EvaluateOptions['absent']) =>
  (asked ?? (absentMarkers === 'leave-out' ? 'skip' : 'refuse')) === 'skip' ? ({ absent: 'skip', collect: true } as const) : {};

/**
 * The one way to gate a prepared sample by a protocol. Where the protocol has quality control remove events, all gates and counts are of
 * what it keeps, and a finding says how much that is; nothing is removed beyond the budget, since then a person must decide.
 */
export function gatePrepared(sample: PreparedSample, protocol: Protocol, options: GatePreparedOptions = {}): GatedSample {
  const { channel = sample.channel, ...others } = options;
  const { cautions, whyAbsent } = sample;
  const gate = (more: EvaluateOptions) =>
    evaluateStrategy(protocol.strategy, sample.columns, channel, sample.memo, { cautions, whyAbsent, ...others, ...more });
  if (protocol.quality?.removes !== true) return gate({});
  const name = `quality ${JSON.stringify([protocol.quality, dimensionsOf(protocol.strategy)])}`;
  const [members] = remember(sample.memo.members, name, () => [assessPrepared(sample, protocol, protocol.quality).kept]);
  if (members === undefined) return gate({});
  const gated = gate({ kept: { members, name } });
  const { eventCount } = sample.raw.dataset;
  const removed = eventCount - count(members);
  return removed === 0 ? gated : { ...gated, findings: [qualityRemoved(removed, eventCount), ...gated.findings] };
}

const qualityRemoved = (removed: number, events: number): Finding => ({
  code: 'quality-removed',
  kind: 'note',
  values: { removed, events, percent: Math.round((10_000 * removed) / events) / 100 },
});
