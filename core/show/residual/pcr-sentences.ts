import type { Language } from '../../base/message.ts';
import { excludedBy, type FlowFinding, type PcrResult } from '../../study/residual/pcr.ts';
import { formatCount, formatNumber } from '../plot/number-format.ts';
import { confidenceOf, percentOf } from './sentences.ts';
import { translator } from './words.ts';

/** What PCR found in one sample, and beside flow cytometry of the same day where that is at hand. */
export function pcrSentences(result: PcrResult, flow: FlowFinding | undefined, language: Language): readonly string[] {
  const t = translator(language);
  const { sample, tax, per100, low, high, upper, confidence } = result;
  const [cells, level] = [formatCount(Math.round(result.cells)), confidenceOf(confidence)];
  const limits = low === undefined || high === undefined ? undefined : { low: formatNumber(low), high: formatNumber(high) };
  const lead =
    per100 === undefined
      ? t('pcrNone', { sample, cells, upper: percentOf(upper), confidence: level })
      : limits === undefined
        ? t('pcrNoLimits', { sample, per100: formatNumber(per100), cells })
        : t('pcrLoad', { sample, per100: formatNumber(per100), ...limits, cells, confidence: level });
  const excluded = flow && excludedBy(result, flow);
  return [
    lead,
    ...(tax.silent > 0 && tax.silent < tax.wells && per100 !== undefined ? [t('pcrSilent', { silent: tax.silent, wells: tax.wells })] : []),
    ...(flow === undefined ? [] : [t('flowBeside', { low: percentOf(flow.low), high: percentOf(flow.high), confidence: level })]),
    ...(flow === undefined ? [] : [t(excluded ?? 'pcrAndFlow')]),
    t('pcrNote'),
  ];
}
