import type { CancelSignal } from '../../base/cancel-signal.ts';
import type { EvaluateOptions } from '../../gating/evaluate/evaluate-strategy.ts';
import { channelsOf, keyedGates } from '../../gating/evaluate/fixed-gates.ts';
import { type AbsentPopulation, absentPopulations } from '../../gating/strategy/absent-populations.ts';
import type { GatedSample } from '../../gating/strategy/population.ts';
import type { GateNode } from '../../gating/strategy/strategy.ts';
import { layOutStrategy } from '../../gating/strategy/strategy-layout.ts';
import { evaluateShared } from '../../statistics/helper-thread/share-work.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { absentBy, gatePrepared } from './gate-prepared.ts';
import { type HelperThread, shareSample } from './helper-thread.ts';
import type { PreparedSample } from './prepared-sample.ts';

export interface GateSampleOptions {
  /** Gates whose markers the sample lacks; as the protocol says where absent. */
  readonly absent?: EvaluateOptions['absent'];
  /** Asked before each gate and each channel, and for each few thousand events. */
  readonly signal?: CancelSignal;
  /** A second thread, which takes its share of a large sample. */
  readonly helper?: HelperThread | undefined;
}

/** Gates a sample: its populations, and those that the strategy asks for and the sample cannot have. */
export async function gateSample(
  sample: PreparedSample,
  protocol: Protocol,
  options: GateSampleOptions,
): Promise<{ readonly gated: GatedSample; readonly absent: readonly AbsentPopulation[] }> {
  const { signal } = options;
  const partly = absentBy(protocol, options.absent);
  const channel = (id: string) => {
    signal?.throwIfAborted();
    return sample.channel(id);
  };
  const missingOf = ({ dimensions }: GateNode) => dimensions.filter((id) => channel(id) === undefined);
  await evaluateWithHelper(sample, protocol, missingOf, options);
  const gated = gatePrepared(sample, protocol, { channel, ...partly, ...(signal === undefined ? {} : { signal }) });
  return { gated, absent: partly.absent === 'skip' ? absentPopulations(protocol.strategy, missingOf, gated.refused) : [] };
}

/** Has both threads find the memberships of gates that depend on no other; the walk through the strategy then finds them known. */
async function evaluateWithHelper(
  sample: PreparedSample,
  { strategy }: Protocol,
  missingOf: (node: GateNode) => readonly string[],
  options: GateSampleOptions,
): Promise<void> {
  const work = shareSample(sample, options);
  if (work === undefined) return;
  const { populations } = layOutStrategy(strategy, missingOf, true);
  const gates = keyedGates([...new Set(populations.map(({ gate }) => gate))], channelsOf(sample.channel), sample.memo);
  for (const [key, members] of await evaluateShared(gates, work)) sample.memo.members.set(key, members);
}
