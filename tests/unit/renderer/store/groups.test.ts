import fc from 'fast-check';
import { expect, it } from 'vitest';
import { protocolOf } from '../../../../core/study/session/session-strategy.ts';
import { protocolFor } from '../../../../renderer/store/document.ts';
import { begun, dayOf, done, edit } from '../../core/study/session/group-histories.ts';
import { small } from '../../core/study/session/session-support.ts';

it('the window gates each sample by what `analyse` takes, the same object as long as that is the same', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
      const before = begun(small, [1, 2, 3, 4, 5, 6].map(dayOf));
      for (let i = 1; i <= edits.length; i++) {
        const { present } = done(before, edits.slice(0, i));
        for (const sample of present.samples) {
          const protocol = protocolFor(present, sample);
          expect(protocol).toEqual(protocolOf(present, sample));
          expect(protocolFor(present, { ...sample })).toBe(protocol);
        }
      }
    }),
    { numRuns: 40 },
  );
});
