import type { CompensationUsed } from '../../data/compensation/choose-compensation.ts';
import type { SampleIdentity } from '../../data/metadata/sample-identity.ts';
import type { Transform } from '../../data/transforms/transforms.ts';
import type { UsedChannel } from '../../gating/strategy/used-channels.ts';
import type { SampleAnalysis } from '../../study/sample/sample-analysis.ts';
import { formatCount, formatNumber, formatValue } from '../plot/number-format.ts';
import type { Fact, Facts, TableSection } from './model.ts';
import type { Speak } from './words.ts';

/** What the sample is and what measured it. A keyword that may hold a person's name is named but not shown. */
export function sampleFacts({ sample }: SampleAnalysis, speak: Speak): Facts {
  const { metadata, instrument } = sample;
  const facts = [
    fact(speak('file'), fileName(sample)),
    fact(speak('dataset'), sample.dataset === 0 ? undefined : String(sample.dataset + 1)),
    fact(speak('role'), speak(`role.${metadata.role}`)),
    fact(speak('culture'), metadata.culture),
    fact(speak('lot'), metadata.lot),
    fact(speak('donor'), metadata.donor),
    fact(speak('day'), metadata.day === undefined ? undefined : formatValue(metadata.day)),
    fact(speak('declared'), metadata.declaredMethod),
    fact(speak('events'), formatCount(sample.eventCount)),
    fact(speak('cytometer'), instrument.cytometer),
    fact(speak('serial'), instrument.serial),
    fact(speak('acquired'), instrument.date),
    fact(speak('fcsVersion'), sample.fcsVersion),
    ...sample.keywords.map(({ name, value, masked }) => fact(name, masked ? speak('masked') : value)),
  ];
  return { heading: speak('sampleHeading'), facts: facts.flat() };
}

/** What made these numbers: bytes, protocol, software and compensation. */
export function provenanceFacts({ sample, protocol, software, compensation }: SampleAnalysis, speak: Speak): Facts {
  const facts = [
    fact(speak('file'), fileName(sample)),
    fact(speak('fileDigest'), sample.sha256),
    fact(speak('protocol'), speak('revision', { name: protocol.name, revision: protocol.revision })),
    fact(speak('protocolDigest'), protocol.sha256),
    fact(speak('software'), speak('version', { version: software.version })),
    fact(speak('compensation'), compensationWords(compensation, speak)),
    fact(speak('compensatedChannels'), compensation.channels.join(', ') || undefined),
    fact(speak('condition'), compensation.conditionNumber === undefined ? undefined : formatNumber(compensation.conditionNumber)),
    fact(speak('signature'), speak('unsigned')),
  ];
  return { heading: speak('provenanceHeading'), facts: facts.flat() };
}

/** Without its folders, which may hold the name of a person or a machine; the digest says which file it is. */
export const fileName = ({ file }: SampleIdentity): string => file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);

const fact = (label: string, value: string | undefined): readonly Fact[] => (value === undefined || value === '' ? [] : [{ label, value }]);

function compensationWords({ source, keyword }: CompensationUsed, speak: Speak): string {
  if (source === 'none') return speak('compensationNone');
  return source === 'file' ? speak('compensationFile', { keyword: keyword ?? '$SPILLOVER' }) : speak('compensationProtocol');
}

/** The channels that the analysis used and how each was scaled. */
export function channelsSection({ channels }: SampleAnalysis, speak: Speak): TableSection {
  return {
    heading: speak('channelsHeading'),
    columns: [
      { title: speak('panelName'), align: 'left', weight: 1.4 },
      { title: speak('channel'), align: 'left', weight: 1.8 },
      { title: speak('marker'), align: 'left', weight: 1.5 },
      { title: speak('compensated'), align: 'left', weight: 1.3 },
      { title: speak('transform'), align: 'left', weight: 4.4 },
    ],
    rows: channels.map((channel) => channelRow(channel, speak)),
    note: undefined,
  };
}

function channelRow({ id, name, marker, compensated, transform }: UsedChannel, speak: Speak) {
  const texts = [id, name, marker ?? '–', speak(compensated ? 'yes' : 'no'), transformWords(transform)];
  return { cells: texts.map((text) => ({ text })) };
}

/** A transform as its Gating-ML name and parameters, the same in every language. */
function transformWords({ kind, ...parameters }: Transform): string {
  const list = Object.entries(parameters).map(([name, value]) => `${name} ${formatParameter(value)}`);
  return `${kind} (${list.join(', ')})`;
}

const formatParameter = (value: number): string =>
  Number.isInteger(value) ? formatCount(value) : formatNumber(value, 6).replace(/\.?0+$/, '');
