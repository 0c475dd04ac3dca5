import type { Light } from '../../core/gating/automatic/kind/step.ts';
import type { Verdict } from '../../core/gating/quality/quality.ts';
import { useWords } from '../messages/language.ts';
import type { Word } from '../messages/words.ts';
import { LightShape } from './light.tsx';

export const verdictLights = { good: 'green', review: 'amber', reject: 'red' } as const satisfies { readonly [V in Verdict]: Light };
export const verdictWords: { readonly [V in Verdict]: Word } = { good: 'verdictGood', review: 'verdictReview', reject: 'verdictReject' };

/** How an acquisition was judged: the shapes of the lights, outlined, since a gate's light says something else. */
export function VerdictMark({ verdict, bare = false }: { readonly verdict: Verdict; readonly bare?: boolean }) {
  const speak = useWords();
  const word = speak(verdictWords[verdict]);
  return (
    <span className="light" title={speak('acquisitionIs', { verdict: word })} data-verdict={verdict}>
      <LightShape light={verdictLights[verdict]} outlined />
      <span className={bare ? 'for-readers' : 'verdict-word'}>{bare ? speak('acquisitionIs', { verdict: word }) : word}</span>
    </span>
  );
}
