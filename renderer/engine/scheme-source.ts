import { type FileToken, fileUrl } from '../../core/bridge.ts';
import type { ByteSource } from '../../core/byte-source.ts';

/** One request of the app's scheme: large enough that what it costs to ask does not matter. */
const BLOCK = 16 * 2 ** 20;

interface Block {
  readonly start: number;
  readonly bytes: Promise<Uint8Array>;
}

/** The file of a token as bytes. While one block is worked on, the next one is on its way. */
export function schemeSource(token: FileToken, name: string, size: number): ByteSource {
  let blocks: readonly Block[] = [];

  function blockAt(start: number): Block {
    const known = blocks.find((block) => block.start === start);
    if (known !== undefined) return known;
    const block = { start, bytes: fetchRange(token, start, Math.min(size, start + BLOCK)) };
    // an error belongs to whoever reads the block
    block.bytes.catch(() => undefined);
    return block;
  }

  return {
    name,
    size,
    async read(into, offset) {
      let done = 0;
      while (done < into.length && offset + done < size) {
        const at = offset + done;
        const start = at - (at % BLOCK);
        const isGoingOn = blocks.some((block) => block.start === start || block.start === start - BLOCK);
        const block = blockAt(start);
        blocks = isGoingOn && start + BLOCK < size ? [block, blockAt(start + BLOCK)] : [block];
        const bytes = await block.bytes;
        const part = bytes.subarray(at - start, at - start + into.length - done);
        if (part.length === 0) break;
        into.set(part, done);
        done += part.length;
      }
      return done;
    },
  };
}

/** Fewer bytes than asked for where the file has become shorter. */
async function fetchRange(token: FileToken, start: number, end: number): Promise<Uint8Array> {
  const response = await fetch(fileUrl(token), { headers: { Range: `bytes=${start}-${end - 1}` } });
  return new Uint8Array(await response.arrayBuffer()).subarray(0, end - start);
}
