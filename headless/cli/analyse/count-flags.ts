import { type Command, InvalidArgumentError } from 'commander';
import { Problem } from '../../../core/base/problem.ts';
import { absoluteRequestSchema } from '../../../core/statistics/absolute-request.ts';
import { proliferationRequestSchema } from '../../../core/statistics/proliferation-request.ts';
import type { Protocol } from '../../../core/study/protocol/protocol.ts';

/** What is counted beyond what the protocol says. */
export type Counts = Pick<Protocol['statistics'], 'absolute' | 'proliferation'>;

export interface CountFlags {
  readonly beads?: string;
  readonly beadsAdded?: number;
  readonly beadsUncertainty?: number;
  readonly sampleVolume?: number;
  readonly countedVolume?: number | '$VOL';
  readonly volumeUncertainty?: number;
  readonly dilution?: number;
  readonly generation: readonly string[];
}

export const withCountFlags = (command: Command): Command =>
  command
    .option(
      '--beads <population>',
      'cells per µL by counting beads: their population, by path or name (also in the protocol: statistics.absolute)',
    )
    .option('--beads-added <n>', 'beads put into the tube', above0)
    .option('--sample-volume <µL>', 'sample put into the tube', above0)
    .option('--beads-uncertainty <share>', 'relative standard uncertainty of the beads, such as 0.02', share)
    .option('--counted-volume <µL>', 'cells per µL by the volume that was drawn and counted; $VOL takes that of each file', volume)
    .option('--volume-uncertainty <share>', 'relative standard uncertainty of the volume', share)
    .option('--dilution <factor>', 'how many times the sample was diluted before', above0)
    .option(
      '--generation <population>',
      'a generation of a dye dilution, by path or name, the undivided first; repeatable (also in the protocol: statistics.proliferation)',
      (value: string, before: readonly string[]) => [...before, value],
      [],
    );

/** Throws `count-flags-unfit` where they do not say everything, or two things. */
export function countsOf(flags: CountFlags): Counts {
  const { generation } = flags;
  if (generation.length === 1) throw unfit('--generation');
  return {
    ...absoluteOf(flags),
    ...(generation.length === 0 ? {} : { proliferation: [proliferationRequestSchema.parse({ generations: generation })] }),
  };
}

function absoluteOf(flags: CountFlags): Pick<Counts, 'absolute'> {
  const { beads, beadsAdded, beadsUncertainty, sampleVolume, countedVolume, volumeUncertainty, dilution } = flags;
  const shared = { volumeUncertainty, dilution };
  if (countedVolume !== undefined) {
    if (beads !== undefined || beadsAdded !== undefined || sampleVolume !== undefined || beadsUncertainty !== undefined)
      throw unfit('--counted-volume --beads');
    return { absolute: absoluteRequestSchema.parse({ by: 'volume', volume: countedVolume, ...shared }) };
  }
  const isNone = [beads, beadsAdded, sampleVolume, beadsUncertainty, volumeUncertainty, dilution].every((value) => value === undefined);
  if (isNone) return {};
  if (beads === undefined) throw unfit('--beads');
  if (beadsAdded === undefined) throw unfit('--beads-added');
  if (sampleVolume === undefined) throw unfit('--sample-volume');
  return { absolute: absoluteRequestSchema.parse({ by: 'beads', beads, beadsAdded, beadsUncertainty, sampleVolume, ...shared }) };
}

/** A protocol that counts these too. Its digest stays that of the protocol: every such number says how it was made. */
export const withCounts = (protocol: Protocol, counts: Counts = {}): Protocol => ({
  ...protocol,
  statistics: { ...protocol.statistics, ...counts },
});

const unfit = (flags: string): Problem =>
  new Problem(
    'count-flags-unfit',
    {
      en: 'Cells per µL need --beads with --beads-added and --sample-volume, or --counted-volume alone; a dye dilution needs two --generation or more (see {flags}).',
      ja: '1 µLあたりの細胞数には --beads・--beads-added・--sample-volumeの3つ、または --counted-volumeのみを、色素希釈には2つ以上の --generationを指定してください({flags})。',
    },
    { flags },
  );

function above0(text: string): number {
  const value = Number(text);
  if (!(value > 0 && Number.isFinite(value))) throw new InvalidArgumentError('a number above 0');
  return value;
}

function share(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 1)) throw new InvalidArgumentError('a share from 0 to 1, such as 0.02');
  return value;
}

const volume = (text: string): number | '$VOL' => (text.toUpperCase() === '$VOL' ? '$VOL' : above0(text));
