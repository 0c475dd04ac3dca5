import { describe, expect, it } from 'vitest';
import { count, emptyMask } from '../../../../../core/data/events/bitmask.ts';
import type { StepInput } from '../../../../../core/gating/automatic/kind/step.ts';
import { placeGate, stepSchema } from '../../../../../core/gating/automatic/steps.ts';
import { evaluateGate } from '../../../../../core/gating/gates/gates.ts';
import { parseProtocol } from '../../../../../core/study/protocol/protocol.ts';
import { type Blob, inputOf } from './support-steps.ts';

const prior = { low: 0.15, expected: 0.33, high: 0.5 };
const steps = {
  label: stepSchema.parse({ kind: 'feeder-label', label: { low: 0.2, expected: 0.4, high: 0.6 }, markers: [prior, prior] }),
  size: stepSchema.parse({ kind: 'feeder-size', markers: [prior, prior] }),
};

function found(by: 'label' | 'size', input: StepInput) {
  const { gate, light, evidence } = placeGate(steps[by], input);
  const { columns, eventCount } = input.parts[0]!;
  const mask = emptyMask(eventCount);
  evaluateGate(gate, { columns, eventCount, population: () => mask }, [mask]);
  return { events: count(mask), light, evidence };
}

/** FSC, CD45, CD3, CD56. */
const lymphocytes: readonly Blob[] = [
  {
    events: 6000,
    at: [
      [0.25, 0.03],
      [0.75, 0.04],
      [0.2, 0.04],
      [0.7, 0.05],
    ],
  },
  {
    events: 1500,
    at: [
      [0.25, 0.03],
      [0.75, 0.04],
      [0.65, 0.04],
      [0.2, 0.04],
    ],
  },
];
const k562 = (events: number): Blob => ({
  events,
  at: [
    [0.6, 0.05],
    [0.4, 0.06],
    [0.2, 0.04],
    [0.2, 0.04],
  ],
});
const monocytes: Blob = {
  events: 800,
  at: [
    [0.5, 0.05],
    [0.74, 0.04],
    [0.2, 0.04],
    [0.2, 0.04],
  ],
};

describe('feeder cells', () => {
  it.each([0, 8, 300])('are counted by size and CD45 (%i), monocytes are not among them', (events) => {
    const { events: kept, light } = found('size', inputOf([...lymphocytes, monocytes, k562(events)]));
    expect(Math.abs(kept - events)).toBeLessThanOrEqual(Math.max(2, 0.03 * events));
    expect(light).toBe(events > 100 ? 'amber' : 'green');
  });

  it('are not found by size among too few lymphocytes', () => {
    const { events, light } = found('size', inputOf([{ ...lymphocytes[0]!, events: 40 }, k562(300)]));
    expect([events, light]).toEqual([0, 'red']);
  });

  it.each([0, 8, 300])('are counted by their label (%i); labelled T cells, such as CAR-T, are not among them', (events) => {
    const input = inputOf([
      {
        events: 6000,
        at: [
          [0.15, 0.04],
          [0.2, 0.04],
          [0.7, 0.05],
        ],
      },
      {
        events: 2000,
        at: [
          [0.8, 0.05],
          [0.7, 0.04],
          [0.2, 0.04],
        ],
      },
      {
        events,
        at: [
          [0.8, 0.05],
          [0.2, 0.04],
          [0.2, 0.04],
        ],
      },
    ]);
    expect(Math.abs(found('label', input).events - events)).toBeLessThanOrEqual(Math.max(2, 0.03 * events));
  });
});

describe('the shipped strategy', () => {
  it('looks for feeder cells by a label, else by size and CD45, and leaves them out where the panel has neither', async () => {
    const { readFileSync } = await import('node:fs');
    const { strategy } = parseProtocol(readFileSync(new URL('../../../../../core/study/protocol/nk-t.json', import.meta.url), 'utf8'));
    const text = JSON.stringify(strategy);
    expect(text).toContain('"role":"feeder"');
    expect(text).toMatch(/"dimensions":\["Feeder label","CD3","CD56"\].{0,400}"otherwise":\{"dimensions":\["FSC","CD45","CD3","CD56"\]/);
  });
});
