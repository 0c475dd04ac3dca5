/*
 * Bytes on their way from one thread to another through shared memory: slots that one fills and the other empties, in turn. Either waits for
 * the other where it is ahead; nothing is said by messages, so that neither need leave what it is doing.
 */

const SLOTS = 16;
const SLOT_BYTES = 2 ** 18;
/** Of each slot: for which receiver it is, and how many bytes it holds; none of them ends that receiver. */
const HEAD = 2;
const [FILLED, EMPTIED, CLOSED] = [0, 1, 2];
/** A thread that empties no slot for so long is lost: who waits for it hears nothing else. */
const PATIENCE_MS = 60_000;

export interface ByteRing {
  readonly counters: Int32Array<SharedArrayBuffer>;
  readonly heads: Int32Array<SharedArrayBuffer>;
  readonly bytes: Uint8Array<SharedArrayBuffer>;
}

export const openByteRing = (): ByteRing => ({
  counters: new Int32Array(new SharedArrayBuffer(4 * 3)),
  heads: new Int32Array(new SharedArrayBuffer(4 * HEAD * SLOTS)),
  bytes: new Uint8Array(new SharedArrayBuffer(SLOT_BYTES * SLOTS)),
});

/** Sends bytes to a receiver; waits while the other thread is a whole ring behind. */
export function send({ counters, heads, bytes }: ByteRing, receiver: number, sent: Uint8Array): void {
  for (let at = 0; at < sent.length || at === 0; at += SLOT_BYTES) {
    const part = sent.subarray(at, at + SLOT_BYTES);
    const filled = Atomics.load(counters, FILLED);
    for (let emptied = Atomics.load(counters, EMPTIED); filled - emptied >= SLOTS; emptied = Atomics.load(counters, EMPTIED))
      if (Atomics.wait(counters, EMPTIED, emptied, PATIENCE_MS) === 'timed-out')
        throw new Error('the helper thread takes nothing any more');
    const slot = filled % SLOTS;
    heads.set([receiver, part.length], HEAD * slot);
    bytes.set(part, SLOT_BYTES * slot);
    Atomics.store(counters, FILLED, filled + 1);
    Atomics.notify(counters, FILLED);
  }
}

/** No more will be sent. */
export function close({ counters }: ByteRing): void {
  Atomics.store(counters, CLOSED, 1);
  Atomics.notify(counters, FILLED);
}

/** Takes what is sent, until the ring is closed. */
export function receive({ counters, heads, bytes }: ByteRing, take: (receiver: number, bytes: Uint8Array) => void): void {
  for (let emptied = 0; ; emptied++) {
    while (Atomics.load(counters, FILLED) === emptied) {
      if (Atomics.load(counters, CLOSED) === 1) return;
      // a ring that was closed in this very moment is looked at again soon
      Atomics.wait(counters, FILLED, emptied, 50);
    }
    const slot = emptied % SLOTS;
    const [receiver = 0, length = 0] = heads.subarray(HEAD * slot, HEAD * slot + HEAD);
    take(receiver, bytes.subarray(SLOT_BYTES * slot, SLOT_BYTES * slot + length));
    Atomics.store(counters, EMPTIED, emptied + 1);
    Atomics.notify(counters, EMPTIED);
  }
}
