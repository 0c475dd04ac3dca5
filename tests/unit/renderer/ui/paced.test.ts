import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { paced } from '../../../../renderer/ui/paced.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('says the first at once, the newest at most twice a second, and the last always', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.nat(900)), { minLength: 1 }), (texts) => {
      const said: { readonly text: string; readonly at: number }[] = [];
      const pace = paced((text) => said.push({ text, at: Date.now() }), 500);
      for (const [text, wait] of texts) {
        pace.say(text);
        vi.advanceTimersByTime(wait);
      }
      vi.runAllTimers();
      expect(said[0]?.text).toBe(texts[0]?.[0]);
      expect(said.at(-1)?.text).toBe(texts.at(-1)?.[0]);
      said.slice(1).forEach(({ at }, i) => void expect(at - said[i]!.at).toBeGreaterThanOrEqual(500));
    }),
  );
});
