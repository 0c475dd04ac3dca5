import type { Finding } from '../../../base/finding.ts';
import { isMarkedCompensated } from '../../panel/find-channel.ts';
import type { FcsDataset } from '../fcs-file.ts';
import { found } from '../findings.ts';
import { shown, unpad } from '../numbers.ts';
import { placeSpillover } from './spillover-channels.ts';
import { parseSpillover } from './spillover-text.ts';

/** The file's own matrix: row = fluorochrome, column = detector, over channels named as $PnN. */
interface Spillover {
  /** The keyword it stands in. */
  readonly source: string;
  readonly channels: readonly string[];
  /** Places of those channels in the data set, from 0. */
  readonly places: readonly number[];
  readonly matrix: readonly (readonly number[])[];
}

export interface SpilloverReading {
  readonly spillover?: Spillover;
  /** A keyword that holds a matrix which cannot be used: values are to be compensated, and nobody can say how. */
  readonly unusable?: string;
  readonly findings: readonly Finding[];
}

/** $SPILLOVER is of FCS 3.1; SPILL and SPILLOVER are its older, vendors' names. */
const sources = ['$SPILLOVER', 'SPILL', 'SPILLOVER', '$SPILL'];

/** Whether a keyword says how to compensate: what compensated values must not be written beside. */
export const isSpilloverKeyword = (keyword: string): boolean =>
  sources.includes(keyword) || flags.includes(keyword) || /^\$(COMP|DFC\d+TO\d+)$/.test(keyword);

const flags = ['APPLY COMPENSATION', 'APPLY_COMPENSATION', '$APPLY COMPENSATION'];

/**
 * The matrix that a data set brings along, if it is usable as it stands, and everything to know about it. Never guesses a number. The identity says
 * that nothing was set or that all is done: it never stands before a matrix that says more.
 */
export function readSpillover(dataset: FcsDataset): SpilloverReading {
  const readings = sources.filter((keyword) => dataset.keywords.has(keyword)).map((keyword) => readSource(dataset, keyword));
  const usable = readings.flatMap(({ spillover }) => (spillover ? [spillover] : []));
  const chosen = usable.find(({ matrix }) => !isIdentity(matrix)) ?? usable[0];
  const legacy = legacyMatrix(dataset);
  const findings = [...readings.flatMap((reading) => reading.findings), ...hints(dataset)];
  const unusable = readings.find((reading) => reading.unusable !== undefined)?.unusable ?? legacy;
  if (chosen === undefined || (isIdentity(chosen.matrix) && unusable !== undefined))
    return { findings, ...(unusable === undefined ? {} : { unusable }) };
  for (const other of usable)
    if (other !== chosen && !isSame(chosen, other))
      findings.push(found('spillover-sources-differ', { keyword: chosen.source, other: other.source }));
  return { spillover: chosen, findings };
}

export const isIdentity = (matrix: Spillover['matrix']): boolean =>
  matrix.every((row, i) => row.every((value, j) => value === (i === j ? 1 : 0)));

function readSource(dataset: FcsDataset, keyword: string): SpilloverReading {
  const text = unpad(dataset.keywords.get(keyword) ?? '');
  if (text === '' || text === '0') return { findings: [found('spillover-empty', { keyword, value: text })] };
  const spelled = parseSpillover(text, dataset.channels);
  if ('reason' in spelled) return { findings: [found('spillover-malformed', { keyword, ...spelled })], unusable: keyword };
  const { channels, matrix: written, findings } = placeSpillover(spelled, dataset.channels, keyword);
  if (channels === undefined) return { findings, ...(isIdentity(written) ? {} : { unusable: keyword }) };
  const percent = written.every((line, row) => line[row] === 100);
  const matrix = percent ? written.map((line) => line.map((value) => value / 100)) : written;
  return {
    spillover: { source: keyword, channels: channels.map(({ name }) => name), places: channels.map(({ index }) => index - 1), matrix },
    findings: [...findings, ...(percent ? [found('spillover-percent', { keyword })] : []), ...judge(matrix, keyword)],
  };
}

function judge(matrix: Spillover['matrix'], keyword: string): readonly Finding[] {
  const diagonal = matrix.every((line, row) => line[row] === 1);
  const off = matrix.flatMap((line, row) => line.filter((_, column) => column !== row));
  const extreme = off.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
  if (diagonal && extreme === 0) return [found('spillover-identity', { keyword })];
  const unusual = off.some((value) => value < -0.05 || value > 1.5);
  return [
    ...(diagonal ? [] : [found('spillover-diagonal', { keyword })]),
    ...(unusual ? [found('spillover-unusual', { keyword, largest: extreme })] : []),
  ];
}

/**
 * An older keyword that says how to compensate. FCS 3.0's $COMP and 2.0's $DFCiTOj count detectors, not channels, and say what to subtract, not
 * what spills: which of these a writer meant, nobody can say.
 */
function legacyMatrix({ keywords }: FcsDataset): string | undefined {
  const [size = '', ...rest] = unpad(keywords.get('$COMP') ?? '').split(/[,;]/);
  const count = Number(size);
  const isUnit = rest.every((value, i) => Number(value) === 0 || i % (count + 1) === 0);
  if (size !== '' && size !== '0' && !isUnit) return '$COMP';
  return hasSubtraction(keywords) ? '$DFCmTOn' : undefined;
}

const hasSubtraction = (keywords: FcsDataset['keywords']): boolean =>
  [...keywords].some(([name, value]) => /^\$DFC\d+TO\d+$/.test(name) && Number(value) !== 0);

/** What else the file says about compensation. None of it changes a number. */
function hints({ keywords, channels }: FcsDataset): Finding[] {
  const findings: Finding[] = [];
  if (unpad(keywords.get('$COMP') ?? '')) findings.push(found('compensation-legacy', { keyword: '$COMP' }));
  if (hasSubtraction(keywords)) findings.push(found('compensation-legacy', { keyword: '$DFCmTOn' }));
  for (const keyword of flags) {
    const value = keywords.get(keyword);
    if (value !== undefined) findings.push(found('compensation-flag', { keyword, value: shown(value) }));
  }
  const ours = unpad(keywords.get('LYMPHOSCOPE_VALUES') ?? '');
  if (ours === 'compensated') findings.push(found('compensation-applied', { keyword: 'LYMPHOSCOPE_VALUES' }));
  const compensated = channels.find(({ name }) => isMarkedCompensated(name));
  if (compensated) findings.push(found('channels-compensated', { name: compensated.name }));
  return findings;
}

function isSame(a: Spillover, b: Spillover): boolean {
  return JSON.stringify([a.channels, a.matrix]) === JSON.stringify([b.channels, b.matrix]);
}
