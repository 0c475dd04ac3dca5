import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bytesSource } from '../../../../../../core/base/byte-source.ts';
import { watchBytes } from '../../../../../../core/data/fcs/read/watched-source.ts';

const bytes = Uint8Array.from({ length: 300_000 }, (_, i) => (i * 7919) >> 3);
const sha256 = (of: Uint8Array): string => createHash('sha256').update(of).digest('hex');

/** Reads short and long, anywhere; watchers of a range each, put on before some of them. */
const step = fc.oneof(
  fc.record({ read: fc.tuple(fc.nat(310_000), fc.oneof(fc.nat(1500), fc.nat(200_000))) }),
  fc.record({ watch: fc.tuple(fc.nat(300_000), fc.nat(300_000)) }),
);

it('shows every watcher its range in order and once, whatever is read, in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      const source = watchBytes(bytesSource('x', bytes));
      const watched: { readonly range: readonly [number, number]; readonly hash: ReturnType<typeof createHash> }[] = [];
      const watch = async (begin: number, end: number) => {
        const hash = createHash('sha256');
        watched.push({ range: [begin, end], hash });
        await source.watch({ begin, end, see: (part) => void hash.update(part) });
      };
      await watch(0, bytes.length);
      for (const one of steps) {
        if ('watch' in one) await watch(Math.min(...one.watch), Math.max(...one.watch));
        else {
          const into = new Uint8Array(one.read[1]);
          const count = await source.read(into, one.read[0]);
          expect(into.subarray(0, count)).toEqual(bytes.subarray(one.read[0], one.read[0] + one.read[1]));
        }
      }
      await source.finish();
      for (const { range, hash } of watched) expect(hash.digest('hex')).toBe(sha256(bytes.subarray(...range)));
    }),
    { numRuns: 60 },
  );
});

it('reads a file once that is read from one end to the other', async () => {
  let read = 0;
  const inner = bytesSource('x', bytes);
  const source = watchBytes({
    ...inner,
    read(into, at) {
      read += into.length;
      return inner.read(into, at);
    },
  });
  await source.watch({ begin: 0, end: bytes.length, see: () => undefined });
  for (let at = 0; at < bytes.length; at += 100_000) await source.read(new Uint8Array(100_000), at);
  await source.finish();
  expect(read).toBe(bytes.length);
});

it('refuses a file that has become shorter', async () => {
  const source = watchBytes({ ...bytesSource('x', bytes.subarray(0, 1000)), size: 2000 });
  await expect(source.finish()).rejects.toMatchObject({ code: 'file-changed' });
});
