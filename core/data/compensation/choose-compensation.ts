import type { Finding } from '../../base/finding.ts';
import type { Matrix } from '../../base/math/matrix.ts';
import { Problem } from '../../base/problem.ts';
import type { Channel } from '../events/channel.ts';
import { type Compensation, solveCompensation } from '../events/compensation.ts';
import type { FcsDataset } from '../fcs/fcs-file.ts';
import { isIdentity, readSpillover } from '../fcs/spillover/spillover.ts';
import { placeSpillover } from '../fcs/spillover/spillover-channels.ts';
import { classOfChannel } from '../panel/channel-class.ts';
import { isMarkedCompensated } from '../panel/find-channel.ts';
import type { CompensationChoice } from './compensation-choice.ts';
import { type CompensationStatus, type CompensationUsed, OF_PROTOCOL } from './compensation-used.ts';

/** What a data set's header says, before its events are looked at. */
export interface ChosenCompensation {
  readonly compensation: Compensation | undefined;
  readonly used: CompensationUsed;
  readonly findings: readonly Finding[];
}

/** Above the first, small errors of the matrix become large errors of the values; above the second, values say nothing. */
const WARN_CONDITION = 100;
const MOST_CONDITION = 1e6;
/** No dye gives another detector so many times the light of its own. */
const MOST_SPILL = 10;

/** The matrix that the protocol wants, over the channels of this data set. */
export function chooseCompensation(wanted: CompensationChoice, dataset: FcsDataset): ChosenCompensation {
  if (wanted.use === 'none') return without('declined', []);
  if (wanted.use === 'at-instrument') return without('at-instrument', []);
  if (wanted.use === 'matrix') {
    const keyword = wanted.table ?? wanted.name ?? OF_PROTOCOL;
    const { channels, matrix, findings } = placeSpillover({ names: wanted.channels, matrix: wanted.matrix }, dataset.channels, keyword);
    const chosen =
      channels === undefined
        ? without('unusable', findings, keyword)
        : apply({ channels, matrix }, { source: 'protocol', keyword }, findings, holdsCompensated(dataset));
    if (wanted.table !== undefined && chosen.used.status === 'unusable') throw unfit(wanted, dataset);
    return chosen;
  }
  const { spillover, unusable, findings } = readSpillover(dataset);
  if (spillover !== undefined && !isIdentity(spillover.matrix)) {
    const channels = spillover.places.map((place) => dataset.channels[place] as Channel);
    return apply(
      { channels, matrix: spillover.matrix },
      { source: 'file', keyword: spillover.source },
      findings,
      holdsCompensated(dataset),
    );
  }
  const isLegacy = unusable !== undefined && /^\$(COMP|DFC)/.test(unusable);
  if (unusable !== undefined && !(isLegacy && isLogAmplified(dataset))) return without('unusable', findings, unusable);
  return without(statusOf(dataset), findings);
}

/** A matrix that somebody names for these very files is used, or they are told. */
const unfit = ({ table = '', channels }: Extract<CompensationChoice, { use: 'matrix' }>, dataset: FcsDataset): Problem =>
  new Problem('matrix-unfit', unfitSentence, {
    table,
    names: quoted(channels),
    channels: quoted(fluorescenceOf(dataset).map(({ name }) => name)),
  });
const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');
const unfitSentence = {
  en: 'The matrix of {table} cannot be used: its channels ({names}) are not found once each in the file, which has {channels}, or it has no inverse that could be relied on.',
  ja: '{table}の行列は使用できません。チャンネル({names})がファイル({channels})に一通りに見つからないか、信頼できる逆行列がありません。',
};

const without = (status: CompensationStatus, findings: readonly Finding[], keyword?: string): ChosenCompensation => ({
  compensation: undefined,
  used: { source: 'none', status, channels: [], ...(keyword === undefined ? {} : { keyword }) },
  findings,
});

/** What no matrix anywhere means, as far as the header tells; `missing` where the events have to tell. */
function statusOf(dataset: FcsDataset): CompensationStatus {
  const light = fluorescenceOf(dataset);
  if (light.every(({ detail: { type } }) => /unmixed/i.test(type ?? ''))) return 'not-needed';
  if (new Set(light.map(({ name }) => detectorOf(name))).size < 2) return 'not-needed';
  if (holdsCompensated(dataset) || light.some(({ name }) => isMarkedCompensated(name))) return 'compensated';
  return isLogAmplified(dataset) ? 'log-amplified' : 'missing';
}

/** An export of this program says what its values are. */
const holdsCompensated = ({ keywords }: FcsDataset): boolean => keywords.get('LYMPHOSCOPE_VALUES') === 'compensated';

const fluorescenceOf = ({ channels }: FcsDataset): readonly Channel[] =>
  channels.filter((channel) => classOfChannel(channel) === 'fluorescence');

const isLogAmplified = (dataset: FcsDataset): boolean => fluorescenceOf(dataset).some(({ amplification }) => amplification !== undefined);

/** Area, height and width are of one detector. */
const detectorOf = (name: string): string => name.trim().replace(/[-_ ]?(A|H|W|area|height|width)$/i, '');

const isAbsurd = (matrix: Matrix): boolean => matrix.some((row, i) => row.some((value) => !(Math.abs(value) <= MOST_SPILL * row[i]!)));

function apply(
  { channels, matrix }: { readonly channels: readonly Channel[]; readonly matrix: Matrix },
  origin: { readonly source: 'file' | 'protocol'; readonly keyword: string },
  findings: readonly Finding[],
  isCompensated: boolean,
): ChosenCompensation {
  const names = channels.map(({ name }) => name);
  if (isCompensated || names.every(isMarkedCompensated))
    return without('compensated', [...findings, { code: 'compensated-already', kind: 'note', values: { channels: names.join(', ') } }]);
  const compensation = solveCompensation({ channels: channels.map(({ index }) => index - 1), matrix });
  if (compensation === undefined || !(compensation.conditionNumber < MOST_CONDITION) || isAbsurd(matrix))
    return without(
      'unusable',
      [...findings, { code: 'spillover-unreliable', kind: 'note', values: { keyword: origin.keyword } }],
      origin.keyword,
    );
  const { conditionNumber } = compensation;
  const shaky: readonly Finding[] =
    conditionNumber > WARN_CONDITION
      ? [{ code: 'ill-conditioned-spillover', kind: 'note', values: { condition: Math.round(conditionNumber) } }]
      : [];
  return {
    compensation,
    used: { ...origin, status: 'applied', channels: names, conditionNumber },
    findings: [...findings, ...shaky],
  };
}
