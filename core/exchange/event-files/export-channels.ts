import type { Channel, ChannelDetail } from '../../data/events/channel.ts';
import { isTime } from '../../data/events/scale-values.ts';
import { fieldKind, maskBits } from '../../data/fcs/column-kind.ts';
import type { FcsDataset } from '../../data/fcs/fcs-file.ts';
import type { FcsDescription, FcsVersion, WrittenChannel } from '../../data/fcs/write/write-content.ts';
import { refuseExport } from './export-problems.ts';
import type { ExportFormat, ExportRequest } from './export-request.ts';

export type WrittenChannels = Pick<FcsDescription, 'datatype' | 'channels'>;

/** Channels of a data set as they are to be written, with the values that the request asks for. */
export function exportChannels(dataset: FcsDataset, request: ExportRequest): WrittenChannels {
  return request.values === 'stored' ? storedChannels(dataset, versionOf(request)) : linearChannels(dataset, request.single);
}

export const versionOf = ({ format }: ExportRequest): FcsVersion =>
  format === 'fcs3.2' ? 'FCS3.2' : format === 'fcs3.0' ? 'FCS3.0' : 'FCS3.1';

/** The version that holds the names of the channels as they are. Throws `export-names` where another one was asked for. */
export function formatFor({ channels }: FcsDataset, asked: ExportFormat): Exclude<ExportFormat, 'fcs'> {
  const names = channels.map(({ name }) => name).filter((name) => name !== '');
  const odd = names.filter((name, i) => name.includes(',') || names.indexOf(name) !== i);
  if (asked === 'fcs') return odd.length === 0 ? 'fcs3.1' : 'fcs3.0';
  if (odd.length > 0 && (asked === 'fcs3.1' || asked === 'fcs3.2'))
    refuseExport('export-names', { names: odd.map((name) => `"${name}"`).join(', '), version: asked.toUpperCase().replace('S3', 'S 3') });
  return asked;
}

/** Linear values are floats; their range is that of the scale. Only time keeps its $PnG, which is a time step. */
function linearChannels({ channels }: FcsDataset, single: boolean): WrittenChannels {
  const bits = single ? 32 : 64;
  return {
    datatype: single ? 'F' : 'D',
    channels: channels.map((channel) => {
      const { amplification, gain, range } = channel;
      const divided = gain !== undefined && !isTime(channel);
      const scale = amplification ? amplification.offset * 10 ** amplification.decades : divided ? range / gain : range;
      return {
        ...describe(channel),
        bits,
        range: Number.isFinite(scale) && scale > 0 ? scale : 1,
        ...(gain !== undefined && !amplification && !divided && { gain }),
      };
    }),
  };
}

/** How one channel's stored values can be written without changing any. */
interface StoredForm {
  readonly type: 'I' | 'F' | 'D';
  /** Bits that its integers need. */
  readonly bits: number;
}

/** Stored values keep their type; FCS 3.1 knows one for all channels, so there a mixture becomes doubles, which hold every value. */
function storedChannels(dataset: FcsDataset, version: FcsVersion): WrittenChannels {
  const forms = dataset.channels.map((_, index) => storedForm(dataset, index));
  const types = new Set(forms.map(({ type }) => type));
  const only = types.size === 1 ? forms[0]?.type : undefined;
  const general = only ?? 'D';
  const needed = Math.max(8, ...forms.map(({ type, bits }) => (type === 'I' ? bits : 0)));
  const integerBits = [8, 16, 32, 64].find((width) => width >= needed) ?? 64;
  const channels = dataset.channels.map((channel, index): WrittenChannel => {
    const own = version === 'FCS3.2' ? (forms[index]?.type ?? general) : general;
    const { amplification, gain, name } = channel;
    if (amplification && own !== 'I') refuseExport('export-not-expressible', { channel: name || index + 1, version, reason: '$PnE' });
    const range = own === 'I' ? integerRange(channel, forms[index]?.bits ?? 0, version) : channel.range || 1;
    return {
      ...describe(channel),
      bits: own === 'I' ? integerBits : own === 'F' ? 32 : 64,
      range,
      ...(own !== general && { datatype: own }),
      ...(amplification ? { amplification } : gain !== undefined && { gain }),
    };
  });
  return { datatype: general, channels };
}

function storedForm({ layout: { encoding } }: FcsDataset, index: number): StoredForm {
  if (encoding.kind === 'packed') return { type: 'I', bits: encoding.masks[index] ? Math.round(Math.log2(encoding.masks[index] + 1)) : 64 };
  const field = encoding.kind === 'columns' ? encoding.fields[index] : undefined;
  if (field?.type === 'uint') return { type: 'I', bits: field.mask === undefined ? field.width * 8 : maskBits(field.mask) };
  return { type: field && fieldKind(field) === 'float32' ? 'F' : 'D', bits: 0 };
}

/** $PnR decides which bits count, and the scale of a log amplifier: it has to stay a whole number, and the same one. */
function integerRange({ range, amplification, name, index }: Channel, bits: number, version: string): number {
  if (Number.isInteger(range) && range > 1) return range;
  if (amplification) refuseExport('export-not-expressible', { channel: name || index, version, reason: `$PnR ${range}` });
  return 2 ** Math.max(1, bits);
}

/** A channel without a name needs one from FCS 3.1 on. */
function describe({ name, index, marker, detail }: Channel): Pick<WrittenChannel, 'name' | 'marker' | 'detail'> {
  return { name: name || `P${index}`, ...(marker !== undefined && { marker }), detail: withoutDatatype(detail) };
}

function withoutDatatype({ datatype: _datatype, ...detail }: ChannelDetail): ChannelDetail {
  return detail;
}
