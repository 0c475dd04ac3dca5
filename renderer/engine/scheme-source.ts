import type { ByteSource } from '../../core/base/byte-source.ts';
import { Problem } from '../../core/base/problem.ts';
import { type FileToken, fileUrl } from '../../core/contract/bridge.ts';

/** Bytes that are read and thrown away rather than asked for anew. */
const SKIP = 2 ** 20;

/** An answer of the app's scheme while it arrives. */
interface Stream {
  readonly reader: ReadableStreamDefaultReader<Uint8Array>;
  /** Place in the file of the first byte of `rest`. */
  position: number;
  rest: Uint8Array;
}

/**
 * The file of a token as bytes. One request streams on as long as what is read next stands behind what was read last: asking for
 * ranges one by one is five times slower (docs/decisions/window-bytes.md).
 */
export function schemeSource(token: FileToken, name: string, size: number): ByteSource {
  let stream: Stream | undefined;

  async function streamAt(offset: number): Promise<Stream> {
    if (stream !== undefined && offset >= stream.position && offset - stream.position <= SKIP + stream.rest.length) return stream;
    void stream?.reader.cancel().catch(() => undefined);
    stream = await open(token, name, offset);
    return stream;
  }

  return {
    name,
    size,
    async read(into, offset) {
      let done = 0;
      while (done < into.length && offset + done < size) {
        const from = await streamAt(offset + done);
        const skip = Math.min(from.rest.length, offset + done - from.position);
        const part = from.rest.subarray(skip, skip + into.length - done);
        into.set(part, done);
        done += part.length;
        from.position += skip + part.length;
        from.rest = from.rest.subarray(skip + part.length);
        if (done === into.length) break;
        const next = await from.reader.read();
        // the file has become shorter
        if (next.value === undefined) break;
        from.rest = next.value;
      }
      return done;
    },
  };
}

/** The scheme answers nothing for a file that is gone, or that may not be read. */
async function open(token: FileToken, name: string, offset: number): Promise<Stream> {
  const response = await fetch(fileUrl(token), offset === 0 ? {} : { headers: { Range: `bytes=${offset}-` } }).catch(() => undefined);
  if (response === undefined) throw new Problem('file-not-readable', notReadable, { file: name });
  if (response.body === null) throw new Error('an answer without a body');
  return { reader: response.body.getReader(), position: offset, rest: new Uint8Array(0) };
}

const notReadable = {
  en: '{file} cannot be read any more: it was moved, deleted, or its drive is away.',
  ja: '{file}を読み取れません。移動・削除されたか、ドライブが接続されていない可能性があります。',
};
