import type { Sentence } from '../../core/base/message.ts';
import type { Light } from '../../core/gating/automatic/kind/step.ts';
import type { Verdict } from '../../core/gating/quality/quality.ts';
import { useLanguage, useMessages } from '../messages/language.ts';
import { LightShape } from './light.tsx';
import type { MessageKey } from './messages.ts';
import { messages } from './messages.ts';

const verdictLights = { good: 'green', review: 'amber', reject: 'red' } as const satisfies { readonly [V in Verdict]: Light };
const verdictWords: { readonly [V in Verdict]: MessageKey } = {
  good: 'verdictGood',
  review: 'verdictReview',
  reject: 'verdictReject',
};

/** What a person does with each. */
export const verdictMeanings: { readonly [V in Verdict]: Sentence } = {
  good: messages.verdictGoodMeans,
  review: messages.verdictReviewMeans,
  reject: messages.verdictRejectMeans,
};

/** How an acquisition was judged: the shapes of the lights, outlined, since a gate's light says something else. */
export function VerdictMark({ verdict, bare = false }: { readonly verdict: Verdict; readonly bare?: boolean }) {
  const t = useMessages(messages);
  const word = t(verdictWords[verdict]);
  const means = verdictMeanings[verdict][useLanguage()];
  return (
    <span className="light" title={`${t('acquisitionIs', { verdict: word })}. ${means}`} data-verdict={verdict}>
      <LightShape light={verdictLights[verdict]} outlined />
      <span className={bare ? 'for-readers' : 'verdict-word'}>{bare ? t('acquisitionIs', { verdict: word }) : word}</span>
    </span>
  );
}
