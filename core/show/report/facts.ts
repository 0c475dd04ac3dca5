import { ENGINE } from '../../base/engine.ts';
import type { Language } from '../../base/message.ts';
import { compensationWords } from '../../data/compensation/describe-compensation.ts';
import type { SampleIdentity } from '../../data/metadata/sample-identity.ts';
import type { Transform } from '../../data/transforms/transforms.ts';
import type { UsedChannel } from '../../gating/strategy/used-channels.ts';
import type { SampleAnalysis } from '../../study/sample/sample-analysis.ts';
import { formatCount, formatNumber, formatValue } from '../plot/number-format.ts';
import type { Translate } from './messages.ts';
import type { Fact, Facts, TableSection } from './model.ts';

/** What the sample is and what measured it. A keyword that may hold a person's name is named but not shown. */
export function sampleFacts({ sample }: SampleAnalysis, t: Translate): Facts {
  const { metadata, instrument } = sample;
  const facts = [
    fact(t('file'), fileName(sample)),
    fact(t('dataset'), sample.dataset === 0 ? undefined : String(sample.dataset + 1)),
    fact(t('role'), t(`role.${metadata.role}`)),
    fact(t('culture'), metadata.culture),
    fact(t('lot'), metadata.lot),
    fact(t('donor'), metadata.donor),
    fact(t('day'), metadata.day === undefined ? undefined : formatValue(metadata.day)),
    fact(t('declared'), metadata.declaredMethod),
    fact(t('gatingGroup'), sample.group === null ? t('allSamples') : sample.group),
    fact(t('events'), formatCount(sample.eventCount)),
    fact(t('cytometer'), instrument.cytometer),
    fact(t('serial'), instrument.serial),
    fact(t('acquired'), instrument.date),
    fact(t('fcsVersion'), sample.fcsVersion),
    ...sample.keywords.map(({ name, value, masked }) => fact(name, masked ? t('masked') : value)),
  ];
  return { heading: t('sampleHeading'), facts: facts.flat() };
}

/** What made these numbers: bytes, protocol, software and compensation. */
export function provenanceFacts({ sample, protocol, software, compensation }: SampleAnalysis, language: Language, t: Translate): Facts {
  const facts = [
    fact(t('file'), fileName(sample)),
    fact(t('fileDigest'), sample.sha256),
    fact(t('protocol'), t('revision', { name: protocol.name, revision: protocol.revision })),
    fact(t('protocolDigest'), protocol.sha256),
    fact(t('software'), t('version', { version: software.version })),
    ...(software.engine === undefined || software.engine === ENGINE
      ? []
      : [fact(t('engine'), t('olderEngine', { engine: software.engine, now: ENGINE }))]),
    fact(t('compensation'), compensationWords(compensation, language)),
    fact(t('compensatedChannels'), compensation.channels.join(', ') || undefined),
    fact(t('condition'), compensation.conditionNumber === undefined ? undefined : formatNumber(compensation.conditionNumber)),
    fact(t('signature'), t('unsigned')),
  ];
  return { heading: t('provenanceHeading'), facts: facts.flat() };
}

/** Without its folders, which may hold the name of a person or a machine; the digest says which file it is. */
export const fileName = ({ file }: SampleIdentity): string => file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);

/** The file, and which of its data sets where it holds several. */
export const sampleName = (sample: SampleIdentity, isOneOfSeveral: boolean): string =>
  isOneOfSeveral || sample.dataset > 0 ? `${fileName(sample)} [${sample.dataset + 1}]` : fileName(sample);

const fact = (label: string, value: string | undefined): readonly Fact[] => (value === undefined || value === '' ? [] : [{ label, value }]);

/** The channels that the analysis used and how each was scaled. */
export function channelsSection({ channels }: SampleAnalysis, t: Translate): TableSection {
  return {
    heading: t('channelsHeading'),
    columns: [
      { title: t('panelName'), align: 'left', weight: 1.4 },
      { title: t('channel'), align: 'left', weight: 1.8 },
      { title: t('marker'), align: 'left', weight: 1.5 },
      { title: t('compensated'), align: 'left', weight: 1.3 },
      { title: t('transform'), align: 'left', weight: 4.4 },
    ],
    rows: channels.map((channel) => channelRow(channel, t)),
    note: undefined,
  };
}

function channelRow({ id, name, marker, compensated, transform }: UsedChannel, t: Translate) {
  const texts = [id, name, marker ?? '–', t(compensated ? 'yes' : 'no'), transformWords(transform)];
  return { cells: texts.map((text) => ({ text })) };
}

/** A transform as its Gating-ML name and parameters, the same in every language. */
function transformWords({ kind, ...parameters }: Transform): string {
  const list = Object.entries(parameters).map(([name, value]) => `${name} ${formatParameter(value)}`);
  return `${kind} (${list.join(', ')})`;
}

const formatParameter = (value: number): string =>
  Number.isInteger(value) ? formatCount(value) : formatNumber(value, 6).replace(/\.?0+$/, '');
