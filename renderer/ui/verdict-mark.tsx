import type { Light } from '../../core/gating/automatic/kind/step.ts';
import type { Verdict } from '../../core/gating/quality/quality.ts';
import { useMessages } from '../messages/language.ts';
import { LightShape } from './light.tsx';
import type { MessageKey } from './messages.ts';
import { messages } from './messages.ts';

const verdictLights = { good: 'green', review: 'amber', reject: 'red' } as const satisfies { readonly [V in Verdict]: Light };
const verdictWords: { readonly [V in Verdict]: MessageKey } = {
  good: 'verdictGood',
  review: 'verdictReview',
  reject: 'verdictReject',
};

/** How an acquisition was judged: the shapes of the lights, outlined, since a gate's light says something else. */
export function VerdictMark({ verdict, bare = false }: { readonly verdict: Verdict; readonly bare?: boolean }) {
  const t = useMessages(messages);
  const word = t(verdictWords[verdict]);
  return (
    <span className="light" title={t('acquisitionIs', { verdict: word })} data-verdict={verdict}>
      <LightShape light={verdictLights[verdict]} outlined />
      <span className={bare ? 'for-readers' : 'verdict-word'}>{bare ? t('acquisitionIs', { verdict: word }) : word}</span>
    </span>
  );
}
