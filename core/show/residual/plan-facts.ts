import type { Language } from '../../base/message.ts';
import { replicateLimits } from '../../study/residual/replicates.ts';
import type { ResidualPlan } from '../../study/residual/residual-plan.ts';
import { formatCount } from '../plot/number-format.ts';
import type { Facts } from '../report/model.ts';
import { confidenceOf, percentOf } from './sentences.ts';
import { translator } from './words.ts';

/** What a plan says, and what gated by it. */
export function planFacts(
  plan: ResidualPlan,
  { planSha256, protocol, language }: { readonly planSha256: string; readonly protocol: string; readonly language: Language },
): Facts {
  const t = translator(language);
  const { name, title, revision, approved, material, events, limit, cellsCv, entry, end } = plan;
  const replicates = replicateLimits(plan);
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t('planName'), t('plan', { name: title?.[language] ?? name, revision })],
    [t('approved'), approved === undefined ? t('notApproved') : t('approvedBy', { by: approved.by, on: approved.on })],
    [t('material'), t(`material.${material}`)],
    [t('population'), plan.population.replaceAll('/', ' › ')],
    [t('denominator'), plan.denominator.replaceAll('/', ' › ')],
    [t('rule'), t('ruleOf', { lod: formatCount(events.lodEvents), loq: formatCount(events.loqEvents) })],
    [t('leastEvents'), formatCount(plan.minimumEvents)],
    [t('confidence'), `${confidenceOf(plan.confidence)}%`],
    [t('needsBlank'), t(plan.needsBlank ? 'blankNeeded' : 'blankFree')],
    [t('byReplicates'), replicates && t('byReplicatesOf', { lob: percentOf(replicates.lob), lod: percentOf(replicates.lod) })],
    [t('limit'), limit === undefined ? undefined : `${percentOf(limit)}%`],
    [t('entryRule'), entry && t('atMost', { limit: percentOf(entry.atMost) })],
    [t('endRule'), end && t('endOf', { results: end.results, lod: percentOf(end.lodAtMost) })],
    [t('cellsCv'), cellsCv === undefined ? undefined : `${confidenceOf(cellsCv)}%`],
    [t('planDigest'), planSha256],
    [t('provenance'), protocol],
  ];
  return {
    heading: t('planHeading'),
    facts: facts.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }])),
  };
}
