import { offsetAt } from '../../base/local-time.ts';
import type { Language } from '../../base/message.ts';
import { acquiredOn } from '../../data/metadata/acquired-on.ts';
import type { Protocol } from '../../study/protocol/protocol.ts';
import type { SampleAnalysis } from '../../study/sample/sample-analysis.ts';
import { formatValue } from '../plot/number-format.ts';
import { fileName } from '../report/facts.ts';
import type { Fact } from '../report/model.ts';
import { protocolName } from './population-names.ts';
import type { Say } from './say.ts';

/** Whether names of files are printed: they may hold those of persons. The digest says which file it is. */
export type FileNames = 'show' | 'hide';

export interface IdentityOptions {
  readonly language: Language;
  readonly fileNames: FileNames;
  /** IANA name of the laboratory's zone, where someone gave it: that of the instrument's clock too. */
  readonly timeZone: string | undefined;
}

export interface Identity {
  readonly rows: readonly (readonly [Fact, Fact])[];
  /** What nobody filled in. */
  readonly missing: readonly string[];
}

/** What the sample is, who measured it with what, and by which approved analysis: from keywords, metadata and protocol. */
export function identityOf({ sample, protocol: used }: SampleAnalysis, protocol: Protocol, options: IdentityOptions, say: Say): Identity {
  const { language } = options;
  const { metadata, instrument } = sample;
  const { product, lot, donor, day, step, sampleId, collected, operator, dailyCheck, method, reagents } = metadata;
  const dayText = day === undefined ? undefined : say('day', { day: formatValue(day) });
  const name = { name: protocolName(protocol, language), revision: used.revision };
  const { approved } = protocol;
  const protocolText = approved === undefined ? say('protocolOpen', name) : say('protocolApproved', { ...name, ...approved });
  const acquired = acquiredText(sample, options, say);
  const rows: readonly (readonly [Fact, Fact])[] = [
    [fact(say('product'), product ?? protocol.specification?.product[language]), fact(say('acquired'), acquired)],
    [fact(say('lot'), lot), fact(say('operator'), operator)],
    [fact(say('donor'), donor), fact(say('instrument'), joined(instrument.cytometer, instrument.serial))],
    [fact(say('dayStep'), joined(dayText, step)), fact(say('dailyCheck'), dailyCheck)],
    [fact(say('sampleCollected'), joined(sampleId, collected)), fact(say('methodReagents'), joined(method, reagents))],
    [
      fact(say('protocol'), sample.group == null ? protocolText : say('gatedByGroup', { text: protocolText, group: sample.group })),
      fact(say('file'), fileText(sample, options.fileNames, say)),
    ],
  ];
  const wanted = {
    product: product ?? protocol.specification?.product[language],
    lot,
    donor,
    day: dayText,
    step,
    sampleId,
    collected,
    acquired,
    operator,
    instrument: instrument.cytometer,
    dailyCheck,
    method,
    reagents,
  } as const;
  const label = (field: keyof typeof wanted) => (field === 'day' ? say('dayStep') : say(field));
  const missing = (Object.keys(wanted) as (keyof typeof wanted)[]).filter((field) => (wanted[field] ?? '') === '').map(label);
  return { rows, missing };
}

/** What a certificate is called: its lot, else its sample, else the digest of its file. */
export function certificateTitle({ metadata, sha256, dataset }: SampleAnalysis['sample'], say: Say): string {
  const named = metadata.lot ?? metadata.sampleId ?? say('thisSample', { digest: sha256.slice(0, 8) });
  return dataset === 0 ? named : `${named} [${dataset + 1}]`;
}

const fact = (label: string, value: string | undefined): Fact => ({ label, value: value ?? '' });

/** A part that is missing leaves room to write. */
const joined = (first: string | undefined, second: string | undefined): string =>
  first === undefined && second === undefined ? '' : `${first ?? '____'} / ${second ?? '____'}`;

function fileText(sample: SampleAnalysis['sample'], names: FileNames, say: Say): string {
  const parts = [
    names === 'show' ? fileName(sample) : undefined,
    sample.dataset === 0 ? undefined : say('dataset', { n: sample.dataset + 1 }),
    say('digest', { digest: sample.sha256.slice(0, 8) }),
  ];
  return parts.filter((part) => part !== undefined).join(' ・ ');
}

/** The day as ISO 8601 with the time of $BTIM, by the clock of the instrument. */
function acquiredText({ instrument, keywords }: SampleAnalysis['sample'], { timeZone }: IdentityOptions, say: Say): string | undefined {
  const { date } = instrument;
  if (date === undefined) return undefined;
  const whole = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?/.exec(date.trim());
  const day = acquiredOn(date) ?? date.trim();
  const began = /^(\d{1,2}):(\d{2})/.exec(keywords.find(({ name, masked }) => name === '$BTIM' && !masked)?.value.trim() ?? '');
  const time = whole?.[2] ?? (began === null ? undefined : `${began[1]?.padStart(2, '0')}:${began[2]}`);
  if (time === undefined) return day;
  if (whole?.[3] !== undefined) return `${day} ${time} ${whole[3] === 'Z' ? '+00:00' : whole[3]}`;
  return timeZone === undefined
    ? say('instrumentClock', { when: `${day} ${time}` })
    : `${day} ${time} ${offsetOf(timeZone, `${day}T${time}:00Z`)}`;
}

/** Of a clock's own time, taken as if it were UTC: at most some hours from the instant that is meant. */
function offsetOf(zone: string, near: string): string {
  const at = new Date(near);
  return Number.isNaN(at.getTime()) ? '' : offsetAt(at, zone);
}
