import type { Finding } from '../../../core/base/finding.ts';
import type { Channel } from '../../../core/data/events/channel.ts';
import type { SampleAnalysis } from '../../../core/study/sample/sample-analysis.ts';

/** What a finding is about, where the window can show it. */
export type FindingPlace =
  | { readonly kind: 'population'; readonly path: string }
  | { readonly kind: 'channel'; readonly channel: Channel }
  | { readonly kind: 'compensation' | 'quality' | 'details' };

interface Sample {
  readonly analysis: SampleAnalysis | undefined;
  readonly channels: readonly Channel[];
}

/** The population, the channel, the matrix, the acquisition or the details that a finding is about; undefined where it is about none. */
export function placeOf({ code, values = {} }: Finding, { analysis, channels }: Sample): FindingPlace | undefined {
  const named = Object.values(values).flatMap((value) => (typeof value === 'string' ? [value] : []));
  const populations = analysis?.populations ?? [];
  const population = populations.find(({ path, name }) => path !== '' && named.some((one) => one === path || one === name));
  if (population !== undefined) return { kind: 'population', path: population.path };
  const nk = code.startsWith('cut-') ? populations.find(({ role }) => role === 'nk') : undefined;
  if (nk !== undefined) return { kind: 'population', path: nk.path };
  if (/compensat|spillover/.test(code)) return { kind: 'compensation' };
  const words = named.flatMap((one) => [one, ...one.split(/[,;(]\s*/)]).map((one) => one.trim().replace(/\)$/, ''));
  const channel = channels.find(({ name }) => name !== '' && words.includes(name));
  if (channel !== undefined) return { kind: 'channel', channel };
  if (code.startsWith('quality-')) return { kind: 'quality' };
  return code === 'personal-keywords' ? { kind: 'details' } : undefined;
}
