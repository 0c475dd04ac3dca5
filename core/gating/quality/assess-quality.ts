import { count, fullMask, remove } from '../../data/events/bitmask.ts';
import { histogramsOf } from './bin-histograms.ts';
import { checkCarryOver } from './carry-over.ts';
import { checkFlowRate } from './flow-rate.ts';
import { findMargins, marginFindings } from './margins.ts';
import { peacoQc } from './peacoqc.ts';
import {
  type FlaggedRun,
  type QualityChannel,
  type QualityFinding,
  type QualityInput,
  type QualityReason,
  type QualityReport,
  qualityReasons,
  type Verdict,
} from './quality.ts';
import { defaultQualityOptions, type QualityOptions } from './quality-options.ts';
import { type RepairedTime, repairTime } from './repair-time.ts';
import { checkSignal, eventsPerQualityBin } from './signal-stability.ts';

/**
 * Whether an acquisition can be trusted, and which of its events not: the clock, the flow rate, the place of peaks over time,
 * off-scale events, carry-over. Events are flagged with reasons; beyond the budget nothing is removed and a person is asked.
 * Linear in events: everything works on histograms.
 */
export function assessQuality(input: QualityInput, options: QualityOptions = defaultQualityOptions): QualityReport {
  const { eventCount } = input;
  const clock = clockOf(input);
  const channels = clock.order === undefined ? input.channels : input.channels.map((channel) => inOrder(channel, clock.order!));
  const rate = clock.seconds === undefined ? { runs: [], findings: [], picture: undefined } : checkFlowRate(clock.seconds);
  const perBin = eventsPerQualityBin(eventCount);
  const histograms = options.mode === 'peacoqc' ? [] : channels.map((channel) => histogramsOf(channel, eventCount, perBin));
  const signal = options.mode === 'peacoqc' ? peacoQc(channels, eventCount) : checkSignal(histograms, eventCount, options.driftLimit);
  // the start of a channel that drifts is unlike the rest, too
  const drifts = new Set(signal.findings.flatMap(({ code, values }) => (code === 'signal-drift' ? [values?.['channel']] : [])));
  const carry =
    options.mode === 'peacoqc'
      ? { runs: [], findings: [] }
      : checkCarryOver(
          histograms.filter(({ channel }) => !drifts.has(channel)),
          eventCount,
        );
  const margins = channels.map((channel) => findMargins(channel, eventCount));
  const runs = [...rate.runs, ...signal.runs, ...carry.runs];
  const kept = fullMask(eventCount);
  for (const { reason, from, to } of runs) {
    // the flow rate is told by events as they lie in the file, the rest by their order in time
    const order = reason === 'flow-rate' ? undefined : clock.order;
    for (let event = from; event < to; event++) remove(kept, order === undefined ? event : order[event]!);
  }
  const flagged = eventCount === 0 ? 0 : 100 * (1 - count(kept) / eventCount);
  const overBudget = flagged > options.budgetPercent;
  const findings: QualityFinding[] = [
    ...(input.stored ?? []),
    ...clock.findings,
    ...(input.secondsPerTick === undefined ? rate.findings.map(inTicks) : rate.findings),
    ...signalFindings(signal.runs, eventCount),
    ...signal.findings,
  ];
  findings.push(...carry.findings, ...marginFindings(margins, options.marginPercent));
  if (overBudget)
    findings.push({
      code: 'over-budget',
      severity: flagged > options.rejectPercent ? 'reject' : 'review',
      values: { percent: rounded(flagged), budget: options.budgetPercent },
    });
  if (eventCount < options.leastEvents)
    findings.push({
      code: 'few-events',
      severity: eventCount < options.leastEvents / 5 ? 'reject' : 'review',
      values: { events: eventCount },
    });
  return {
    eventCount,
    flaggedPercent: percentages(
      runs,
      margins.reduce((most, { above, below }) => Math.max(most, above + below), 0),
      eventCount,
    ),
    runs,
    removedPercent: overBudget ? 0 : rounded(flagged),
    overBudget,
    kept: overBudget ? fullMask(eventCount) : kept,
    findings,
    verdict: verdictOf(findings, flagged, options),
    pictures: [...(rate.picture === undefined ? [] : [rate.picture]), ...signal.pictures],
  };
}

/** What a clock says whose ticks have no known length. */
function inTicks(finding: QualityFinding): QualityFinding {
  return finding.code === 'flow-rate' || finding.code === 'flow-gap' ? { ...finding, code: `${finding.code}-ticks` } : finding;
}

function clockOf({ time, secondsPerTick, eventCount, clockWords = [] }: QualityInput): RepairedTime {
  if (time !== undefined || clockWords.length === 0) return repairTime(time, secondsPerTick, eventCount);
  return { seconds: undefined, findings: [{ code: 'clock-split', severity: 'review', values: { channels: clockWords.join(', ') } }] };
}

function inOrder(channel: QualityChannel, order: Uint32Array): QualityChannel {
  const values = new Float64Array(order.length);
  let event = 0;
  for (const part of channel.parts) for (let i = 0; i < part.length; i++) values[event++] = part[i]!;
  return { ...channel, parts: [Float64Array.from(order, (at) => values[at]!)] };
}

function verdictOf(findings: readonly QualityFinding[], flagged: number, { reviewPercent }: QualityOptions): Verdict {
  if (findings.some(({ severity }) => severity === 'reject')) return 'reject';
  return flagged > reviewPercent || findings.some(({ severity }) => severity === 'review') ? 'review' : 'good';
}

function signalFindings(runs: readonly FlaggedRun[], eventCount: number): readonly QualityFinding[] {
  const by = new Map<string, number>();
  for (const { channel = '', from, to } of runs) by.set(channel, (by.get(channel) ?? 0) + to - from);
  return [...by].map(([channel, events]) => ({
    code: 'signal-unstable',
    severity: 'note',
    values: { channel, percent: rounded((100 * events) / eventCount) },
  }));
}

function percentages(runs: readonly FlaggedRun[], margin: number, eventCount: number): QualityReport['flaggedPercent'] {
  const of = (reason: QualityReason) =>
    rounded(
      (100 * runs.filter((run) => run.reason === reason).reduce((sum, { from, to }) => sum + to - from, 0)) / Math.max(1, eventCount),
    );
  return Object.fromEntries(
    qualityReasons.map((reason) => [reason, reason === 'margin' ? rounded(margin) : of(reason)]),
  ) as QualityReport['flaggedPercent'];
}

const rounded = (value: number): number => Math.round(100 * value) / 100;
