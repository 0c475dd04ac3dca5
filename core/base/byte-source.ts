/**
 * Where bytes come from: a file handle in Node, a picked `File` in the window, the app's own scheme for a reopened path.
 * `size` is fixed when the source is opened; a file that shrinks later makes `read` return fewer bytes than asked for.
 */
export interface ByteSource {
  readonly name: string;
  readonly size: number;
  /** The bytes that these were made from (a table of events, as a sample): what the file is known by. */
  readonly original?: ByteSource;
  /** Fills `into` from byte `offset` on; returns how many bytes were there (less than asked for only at the end). */
  read(into: Uint8Array, offset: number): Promise<number>;
}

/** Bytes already in memory, as a source. */
export function bytesSource(name: string, bytes: Uint8Array): ByteSource {
  return {
    name,
    size: bytes.byteLength,
    async read(into, offset) {
      const part = bytes.subarray(Math.min(offset, bytes.byteLength), Math.min(offset + into.byteLength, bytes.byteLength));
      into.set(part);
      return part.byteLength;
    },
  };
}
