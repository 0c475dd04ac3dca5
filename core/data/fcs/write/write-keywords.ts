import type { FcsDescription, WrittenChannel } from './write-content.ts';
import { byteOrderText } from './write-order.ts';

const structural =
  /^\$(BEGINANALYSIS|ENDANALYSIS|BEGINDATA|ENDDATA|BEGINSTEXT|ENDSTEXT|BYTEORD|DATATYPE|MODE|NEXTDATA|PAR|TOT|P\d+(B|E|R|N|S|G|D|V|F|L|DATATYPE|TYPE|FEATURE|ANALYTE))$/i;

/** The keywords of a file that was read, without those that the writer sets from channels and layout. */
export function carriedKeywords(keywords: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...keywords].filter(([name]) => !structural.test(name)));
}

/** The keywords that follow from a description, all but the offsets. */
export function describingKeywords(content: FcsDescription): Map<string, string> {
  const pairs: [string, string][] = [
    ['$BYTEORD', byteOrderText(content.byteOrder)],
    ['$DATATYPE', content.datatype],
    ['$MODE', 'L'],
    ['$PAR', String(content.channels.length)],
    ['$TOT', String(content.eventCount)],
  ];
  for (const [index, channel] of content.channels.entries()) pairs.push(...channelPairs(channel, `$P${index + 1}`));
  return new Map(pairs);
}

function channelPairs(channel: WrittenChannel, stem: string): [string, string][] {
  const { amplification, detail = {} } = channel;
  const values: readonly [string, string | undefined][] = [
    ['N', channel.name === '' ? undefined : channel.name],
    ['S', channel.marker],
    ['B', String(channel.bits)],
    ['R', plainNumber(channel.range)],
    ['E', amplification ? `${amplification.decades},${amplification.offset}` : '0,0'],
    ['G', channel.gain === undefined ? undefined : String(channel.gain)],
    ['DATATYPE', channel.datatype ?? detail.datatype],
    ['D', detail.display],
    ['V', detail.voltage],
    ['F', detail.filter],
    ['L', detail.excitation],
    ['TYPE', detail.type],
    ['FEATURE', detail.feature],
    ['ANALYTE', detail.analyte],
  ];
  return values.flatMap(([suffix, value]): [string, string][] => (value === undefined ? [] : [[stem + suffix, value]]));
}

/** Whole numbers to the last digit: 2 to the 64th is a common range. */
function plainNumber(value: number): string {
  return Number.isInteger(value) ? BigInt(value).toString() : String(value);
}
