import { Problem } from '../../base/problem.ts';
import type { Tube } from './tube.ts';

/** A tube that is not counted, and why. */
export interface RefusedTube {
  readonly file: string;
  readonly dataset: number;
  readonly problem: Problem;
}

export interface CheckedTubes {
  readonly tubes: readonly Tube[];
  readonly refused: readonly RefusedTube[];
}

/** Tubes of one sample, or blanks: each once, all of one lot, donor, culture and day. What does not belong is named and not counted. */
export function checkTubes(given: readonly Tube[], known: readonly Tube[] = []): CheckedTubes {
  const tubes: Tube[] = [];
  const refused: RefusedTube[] = [];
  for (const tube of given) {
    const problem = counted(tube, [...known, ...tubes]) ?? (tubes[0] && otherSample(tube, tubes[0]));
    if (problem === undefined) tubes.push(tube);
    else refused.push({ file: tube.file, dataset: tube.dataset, problem });
  }
  return { tubes, refused };
}

/** The same file, or the same events under another name. */
function counted(tube: Tube, others: readonly Tube[]): Problem | undefined {
  const same = others.find(
    ({ sha256, dataset, dataSha256 }) =>
      (sha256 === tube.sha256 && dataset === tube.dataset) || (dataSha256 !== undefined && dataSha256 === tube.dataSha256),
  );
  return same && new Problem('residual-events-twice', twice, { file: tube.file, other: same.file });
}

type Described = Pick<Tube, 'file' | 'metadata'>;

/** Why a tube is not of the culture of another, whatever their days. */
export const otherCulture = (tube: Described, first: Described): Problem | undefined => otherIn(tube, first, ['lot', 'donor', 'culture']);

const otherSample = (tube: Described, first: Described): Problem | undefined => otherCulture(tube, first) ?? otherIn(tube, first, ['day']);

function otherIn({ file, metadata }: Described, first: Described, fields: readonly (keyof typeof otherOf)[]): Problem | undefined {
  for (const field of fields) {
    const [is, was] = [metadata[field], first.metadata[field]];
    if (is !== undefined && was !== undefined && is !== was)
      return new Problem('residual-other-sample', otherOf[field], { file, is: String(is), other: first.file, was: String(was) });
  }
  return undefined;
}

/** Why a blank says nothing of a sample: another panel, detector, voltage or compensation, or far fewer events. */
export function unfitBlank(blank: Tube, sample: Tube, total: number): Problem | undefined {
  const { file } = blank;
  const here = new Map(sample.channels.map((channel) => [channel.id, channel]));
  for (const channel of blank.channels) {
    const was = here.get(channel.id);
    if (was === undefined || was.name !== channel.name || was.compensated !== channel.compensated)
      return new Problem('residual-blank-panel', otherPanel, { file, channel: channel.id, is: channel.name, was: was?.name ?? '–' });
    if (was.voltage !== channel.voltage)
      return new Problem('residual-blank-voltage', otherVoltage, {
        file,
        channel: channel.name,
        is: channel.voltage ?? '–',
        was: was.voltage ?? '–',
      });
  }
  if (blank.channels.length < sample.channels.length) return new Problem('residual-blank-panel', fewerChannels, { file });
  return blank.total < total * LEAST_BLANK
    ? new Problem('residual-blank-few', few, { file, events: blank.total, least: Math.ceil(total * LEAST_BLANK) })
    : undefined;
}

/** Of the sample's events. */
const LEAST_BLANK = 0.1;

const twice = {
  en: '{file} holds the same events as {other}: they are counted once.',
  ja: '{file}は{other}と同じイベントを含むため、二重には計数しません。',
};
const otherOf = {
  lot: {
    en: '{file} is of lot {is}, {other} of lot {was}: no tubes of one sample.',
    ja: '{file}のロットは{is}、{other}は{was}で、同一検体のチューブではありません。',
  },
  donor: {
    en: '{file} is of donor {is}, {other} of donor {was}: no tubes of one sample.',
    ja: '{file}のドナーは{is}、{other}は{was}で、同一検体のチューブではありません。',
  },
  culture: {
    en: '{file} is of culture {is}, {other} of culture {was}: no tubes of one culture.',
    ja: '{file}の培養は{is}、{other}は{was}で、同一培養のチューブではありません。',
  },
  day: {
    en: '{file} is of culture day {is}, {other} of day {was}: no tubes of one sample.',
    ja: '{file}は培養{is}日目、{other}は{was}日目で、同一検体のチューブではありません。',
  },
};
const otherPanel = {
  en: 'The blank {file} was measured on another panel: {channel} is {is}, in the sample {was}.',
  ja: 'ブランク{file}はパネルが異なります({channel}:ブランク {is}、検体 {was})。',
};
const fewerChannels = {
  en: 'The blank {file} lacks channels that the sample is gated by.',
  ja: 'ブランク{file}には、検体のゲートに用いるチャンネルの一部がありません。',
};
const otherVoltage = {
  en: 'The blank {file} was measured at another voltage: {channel} at {is}, the sample at {was}.',
  ja: 'ブランク{file}は検出器の電圧が異なります({channel}:ブランク {is}、検体 {was})。',
};
const few = {
  en: 'The blank {file} counted {events} events; it needs at least {least}, a tenth of the sample.',
  ja: 'ブランク{file}のイベント数は{events}です。検体の10分の1({least})以上が必要です。',
};
