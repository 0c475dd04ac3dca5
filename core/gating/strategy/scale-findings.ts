import type { Finding } from '../../base/finding.ts';
import type { Channel } from '../../data/events/channel.ts';
import type { SampleColumns } from '../../data/events/sample-columns.ts';
import type { ChannelFacts } from '../../data/transforms/choose.ts';
import type { Transform } from '../../data/transforms/transforms.ts';

/** Events a little beyond a scale are on the picture still, and common after compensation. */
const FAR = 2;

/** What is to be said of a scale that was chosen for a channel. */
export const scaleFindings = (channel: Channel, facts: ChannelFacts, transform: Transform, columns: SampleColumns): readonly Finding[] => [
  ...(transform.kind === 'stored-log' ? [{ code: 'stored-logarithms', kind: 'guess' as const, values: { channel: nameOf(channel) } }] : []),
  ...beyondScale(channel, facts, transform, columns),
];

const nameOf = ({ name, index }: Channel): string => name || String(index);

/** Events that lie far beyond the scale that was chosen without them, counted; none where all are on it. */
function beyondScale(channel: Channel, facts: ChannelFacts, transform: Transform, columns: SampleColumns): readonly Finding[] {
  if (!('T' in transform) || transform.kind === 'stored-log') return [];
  const [lowest, highest] = [-FAR * transform.T, FAR * transform.T];
  if (facts.largest <= highest && facts.smallest >= lowest) return [];
  let count = 0;
  columns.pass([{ of: channel.index - 1 }], ([made]) => {
    for (let event = 0; event < made!.length; event++) if (made![event]! > highest || made![event]! < lowest) count++;
  });
  const farthest = facts.largest > highest ? facts.largest : facts.smallest;
  const values = { channel: nameOf(channel), count, top: transform.T, farthest: Number(farthest.toPrecision(3)) };
  return [{ code: 'beyond-scale', kind: 'note', values }];
}
