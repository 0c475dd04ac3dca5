import { expect, it } from 'vitest';
import { commit } from '../../../../../core/study/session/history.ts';
import { protocolAlone, protocolOf } from '../../../../../core/study/session/session-strategy.ts';
import { dayOf, begun as withSamples } from './group-histories.ts';
import { commitAll, rectangle, small, stamp } from './session-support.ts';

const approved = { ...small, approved: { by: 'lead', on: '2026-11-01' } };

it('a protocol with gates that a person placed for a sample or its group is not the one that was approved', () => {
  const history = withSamples(approved, [dayOf(1), dayOf(2)]);
  const [first, second] = history.present.samples;
  if (first === undefined || second === undefined) throw new Error('no samples');
  const gate = history.present.protocol.strategy[0]?.id ?? '';
  expect(protocolAlone(history.present, first).approved).toEqual(approved.approved);

  const own = commit(
    history,
    { type: 'gate/change', gate, to: rectangle(0.7), scope: { sample: first.id, reason: 'debris' } },
    stamp,
  ).present;
  expect(protocolAlone(own, first)).toEqual({ ...protocolOf(own, first), approved: undefined });
  expect(protocolAlone(own, second).approved).toEqual(approved.approved);

  const group = { id: 'g', name: 'Days', kind: 'gating' as const, criteria: [], samples: [second.id] };
  const grouped = commitAll(
    [
      { type: 'group/add', group },
      { type: 'gate/change', gate, to: rectangle(0.8), scope: { group: 'g', reason: 'older cells' } },
    ],
    history,
  ).present;
  expect(protocolAlone(grouped, second).approved).toBeUndefined();
  expect(protocolAlone(grouped, first).approved).toEqual(approved.approved);
});
