import type { Finding } from '../../../base/finding.ts';
import type { Keywords } from '../../../base/keywords.ts';
import type { Channel, ChannelDetail } from '../../events/channel.ts';
import { found } from '../findings.ts';
import { CHANNEL_LIMIT } from '../limits.ts';
import { countKeyword, parseReal, shown, unpad } from '../numbers.ts';
import { refuse } from '../problems.ts';

/** How a channel's values are stored: $DATATYPE, or $PnDATATYPE in FCS 3.2. */
export type Datatype = 'I' | 'F' | 'D' | 'A';

/** Describes $PAR channels. Refuses a missing $PAR or one beyond the limit; what else is odd is a finding. */
export function describeChannels(
  keywords: Keywords,
  datatypeOf: (n: number) => Datatype,
): { readonly channels: readonly Channel[]; readonly findings: readonly Finding[] } {
  const count = countKeyword(keywords, '$PAR') ?? refuse('keyword-missing', { keyword: '$PAR' });
  if (count > CHANNEL_LIMIT) refuse('too-many-channels', { channels: count, limit: CHANNEL_LIMIT });
  const findings: Finding[] = [];
  const channels = Array.from({ length: count }, (_, i) => describeChannel(keywords, i + 1, datatypeOf(i + 1), findings));
  const unlabelled = channels.filter(({ index }) => !unpad(keywords.get(`$P${index}E`) ?? ''));
  if (unlabelled[0]) findings.push(found('amplification-missing', { count: unlabelled.length, n: unlabelled[0].index }));
  const names = new Map<string, number>();
  for (const { name } of channels) names.set(name, (names.get(name) ?? 0) + 1);
  for (const [name, times] of names) if (name !== '' && times > 1) findings.push(found('name-duplicate', { name: shown(name) }));
  return { channels, findings: together(findings) };
}

/** Channels of one instrument share their oddities: one finding a kind, with the first channel and how many there are. */
function together(findings: readonly Finding[]): readonly Finding[] {
  const kinds = new Map<string, Finding[]>();
  for (const finding of findings) {
    const kin = kinds.get(finding.code) ?? [];
    kin.push(finding);
    kinds.set(finding.code, kin);
  }
  return [...kinds.values()].flatMap((kin) => {
    const [first] = kin;
    if (!first?.code.startsWith('amplification-') || first.code === 'amplification-missing') return kin;
    return [{ ...first, values: { ...first.values, count: kin.length } }];
  });
}

function describeChannel(keywords: Keywords, n: number, datatype: Datatype, findings: Finding[]): Channel {
  const value = (suffix: string): string | undefined => unpad(keywords.get(`$P${n}${suffix}`) ?? '') || undefined;
  const name = value('N') ?? '';
  if (name === '') findings.push(found('name-missing', { n }));
  const range = parseReal(value('R'));
  const usable = range !== undefined && range > (datatype === 'I' ? 1 : 0) && Number.isFinite(range);
  if (!usable && datatype === 'I') findings.push(found('range-unusable', { n, range: shown(value('R')) }));
  const amplification = amplificationOf(value('E'), n, datatype, findings);
  const gain = parseReal(value('G'));
  const isGain = gain !== undefined && gain >= 1 / MOST_GAIN && gain <= MOST_GAIN;
  if (value('G') !== undefined && !isGain) findings.push(found('gain-unusable', { n, value: shown(value('G')) }));
  return {
    index: n,
    name,
    ...optional('marker', value('S')),
    bits: parseReal(value('B')) ?? 0,
    range: usable ? range : 0,
    ...(amplification && { amplification }),
    ...(isGain && gain !== 1 && { gain }),
    detail: detailOf(value),
  };
}

/** No amplifier is beyond these: such numbers would make infinities of values, or nothing. */
const MOST_GAIN = 1e9;
const MOST_DECADES = 10;
const MOST_OFFSET = 1e6;

/** $PnE "f1,f2" (FCS 3.1, section 3.2.20); f1 = 0 is linear. */
function amplificationOf(text: string | undefined, n: number, datatype: Datatype, findings: Finding[]): Channel['amplification'] {
  if (text === undefined) return undefined;
  const [decades, offset] = text.split(',').map(parseReal);
  if (decades === undefined || offset === undefined || !isAmplifier(decades, offset) || text.split(',').length !== 2) {
    findings.push(found('amplification-unusable', { n, value: shown(text) }));
    return undefined;
  }
  if (decades === 0) return undefined;
  if (datatype === 'F' || datatype === 'D') {
    findings.push(found('amplification-on-float', { n, value: shown(text) }));
    return undefined;
  }
  if (offset === 0) findings.push(found('amplification-zero-offset', { n, value: shown(text) }));
  return { decades, offset: offset || 1 };
}

const isAmplifier = (decades: number, offset: number): boolean =>
  decades >= 0 && decades <= MOST_DECADES && offset >= 0 && offset <= MOST_OFFSET;

const details = {
  datatype: 'DATATYPE',
  display: 'D',
  voltage: 'V',
  filter: 'F',
  excitation: 'L',
  type: 'TYPE',
  feature: 'FEATURE',
  analyte: 'ANALYTE',
} as const satisfies { readonly [name in keyof ChannelDetail]-?: string };

function detailOf(value: (suffix: string) => string | undefined): ChannelDetail {
  return {
    ...optional('datatype', value(details.datatype)),
    ...optional('display', value(details.display)),
    ...optional('voltage', value(details.voltage)),
    ...optional('filter', value(details.filter)),
    ...optional('excitation', value(details.excitation)),
    ...optional('type', value(details.type)),
    ...optional('feature', value(details.feature)),
    ...optional('analyte', value(details.analyte)),
  };
}

function optional<Name extends string>(name: Name, value: string | undefined): { readonly [N in Name]?: string } {
  // The only property is `name`, which the mapped type cannot express for a generic key.
  return value === undefined ? {} : ({ [name]: value } as { readonly [N in Name]?: string });
}
