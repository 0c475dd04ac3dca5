import type { Page } from 'playwright-core';

/** When each step of one shown move was reached, ms on the page's clock. */
export interface DragMoments {
  /** The newest move of the mouse that was heard of when the move's work was sent. */
  readonly moved: number;
  /** The page heard of it. */
  readonly heard: number;
  /** The first worker was told. */
  readonly sent: number;
  /** The first worker began, the last one ended. */
  readonly begun: number;
  readonly ended: number;
  /** The last answer was in the page. */
  readonly answered: number;
  /** The document shows the new count. */
  readonly changed: number;
  /** Its frame began, and was drawn. */
  readonly framed: number;
  readonly drawn: number;
}

/** What a frame is made of, in the order of time. Each is a difference of two moments. */
export const dragParts = {
  'until-heard': ['moved', 'heard'],
  'until-sent': ['heard', 'sent'],
  'message-there': ['sent', 'begun'],
  worker: ['begun', 'ended'],
  'message-back': ['ended', 'answered'],
  'react-and-canvas': ['answered', 'changed'],
  'wait-for-frame': ['changed', 'framed'],
  'frame-itself': ['framed', 'drawn'],
} as const satisfies { readonly [part: string]: readonly [keyof DragMoments, keyof DragMoments] };

export const dragMoments = (page: Page): Promise<readonly DragMoments[]> =>
  page.evaluate(() => Reflect.get(globalThis, 'dragMoments') as DragMoments[]);

export const dragCount = (page: Page, shown: number) =>
  page.waitForFunction((wanted) => (Reflect.get(globalThis, 'dragMoments') as DragMoments[]).length >= wanted, shown, { timeout: 30_000 });

/** When a plot below the gate showed something new for the first time: its first events or all of them, ms after the first move. */
export const firstPicture = (page: Page): Promise<number> => page.evaluate(() => Reflect.get(globalThis, 'dragPicture') as number);

/** When a number without a tilde stood for the first time, ms after the first move. */
export const firstExactNumber = (page: Page): Promise<number | undefined> =>
  page.evaluate(() => Reflect.get(globalThis, 'dragExact') as number | undefined);

export const longestBlock = (page: Page): Promise<number> => page.evaluate(() => Reflect.get(globalThis, 'dragBlock') as number);

/** Lets go, and gives the time until the number that is shown ten seconds later stood without a sign of being unsure, ms. */
export async function releaseAndWatch(page: Page, population: string): Promise<number> {
  await page.evaluate(watchTheRelease, population);
  await page.mouse.up();
  await page.waitForTimeout(10_000);
  return page.evaluate(() => (Reflect.get(globalThis, 'finalAfter') as () => number)());
}

/** Runs in the page. */
function watchTheRelease(population: string): void {
  const seen: { readonly at: number; readonly text: string }[] = [];
  let released = Number.POSITIVE_INFINITY;
  addEventListener('pointerup', () => (released = performance.now()), { capture: true, once: true });
  const look = () => {
    const count = document.querySelector(`[data-testid="count-${population}"]`);
    const isSure = count !== null && !count.classList.contains('stale');
    const text = isSure ? (count.textContent ?? '') : '';
    if (seen.at(-1)?.text !== text || seen.at(-1)!.at < released) seen.push({ at: performance.now(), text });
    requestAnimationFrame(look);
  };
  look();
  Reflect.set(globalThis, 'finalAfter', () => seen.filter(({ at }) => at >= released).at(-1)!.at - released);
}

/** From now on every change of a population's count is timed, from the newest move of the mouse to the end of its frame. */
export async function watchDrag(page: Page, population: string): Promise<void> {
  await Promise.all(page.workers().map((worker) => worker.evaluate(watchTheWorker)));
  await page.evaluate(watchThePage, population);
}

/** From now on the page answers a move of the mouse by changing the one number, and does nothing else. */
export const beginFloor = (page: Page): Promise<void> => page.evaluate(() => (Reflect.get(globalThis, 'beginFloor') as () => void)());

/** Runs in a worker: each of its answers says on the page's clock when it was asked, and when it answered. */
function watchTheWorker(): void {
  let begun = 0;
  // a listener of this script's own would come after the worker's, which may have answered by then
  const data = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data');
  Object.defineProperty(MessageEvent.prototype, 'data', {
    get(this: MessageEvent): unknown {
      begun = performance.timeOrigin + performance.now();
      return data?.get?.call(this);
    },
  });
  const post = globalThis.postMessage.bind(globalThis) as (message: object) => void;
  Reflect.set(globalThis, 'postMessage', (message: object) =>
    post({ ...message, begun, ended: performance.timeOrigin + performance.now() }),
  );
}

/** Runs in the page. */
function watchThePage(population: string): void {
  const all: object[] = [];
  Reflect.set(globalThis, 'dragMoments', all);
  const heard = { moved: 0, heard: 0 };
  let now = { ...heard, sent: 0, begun: Number.POSITIVE_INFINITY, ended: 0, answered: 0 };
  const hear = ({ timeStamp }: Event) => {
    if (timeStamp === heard.moved) return;
    heard.moved = timeStamp;
    heard.heard = performance.now();
  };
  addEventListener('pointermove', hear, { capture: true });
  addEventListener('pointerrawupdate', hear, { capture: true });
  const listened = new WeakSet<Worker>();
  const send = Worker.prototype.postMessage as (this: Worker, ...args: unknown[]) => void;
  Worker.prototype.postMessage = function sendTimed(this: Worker, ...args: unknown[]): void {
    if (!listened.has(this)) this.addEventListener('message', receive);
    listened.add(this);
    if ((args[0] as { readonly job?: string }).job === 'moveDrag' && heard.moved !== now.moved)
      now = { ...heard, sent: performance.now(), begun: Number.POSITIVE_INFINITY, ended: 0, answered: 0 };
    send.apply(this, args);
  };
  function receive(event: MessageEvent<{ readonly begun?: number; readonly ended?: number }>): void {
    const { begun, ended } = event.data;
    if (begun === undefined || ended === undefined) return;
    now.begun = Math.min(now.begun, begun - performance.timeOrigin);
    now.ended = Math.max(now.ended, ended - performance.timeOrigin);
    now.answered = event.timeStamp;
  }
  // no more than a changed number: what a frame costs in itself, and the wait for it
  Reflect.set(globalThis, 'beginFloor', () => {
    all.length = 0;
    addEventListener('pointerrawupdate', () => {
      const at = performance.now();
      now = { ...heard, sent: at, begun: at, ended: at, answered: at };
      if (count instanceof HTMLElement) count.textContent = String(heard.moved);
    });
  });
  const count = document.querySelector(`[data-testid="count-${population}"]`);
  const plot = document.querySelector(`[data-testid^="tile-${population}-"] [data-testid="tile-count"]`);
  if (count === null || plot === null) throw new Error('no count');
  let [last, block] = [performance.now(), 0];
  const beat = () => {
    const now = performance.now();
    block = Math.max(block, now - last - 4);
    Reflect.set(globalThis, 'dragBlock', block);
    last = performance.now();
    setTimeout(beat, 4);
  };
  beat();
  let firstMove: number | undefined;
  const pictures = new MutationObserver(() => {
    pictures.disconnect();
    const since = heard.moved;
    requestAnimationFrame(() => setTimeout(() => Reflect.set(globalThis, 'dragPicture', performance.now() - since)));
  });
  pictures.observe(plot, { childList: true, characterData: true, subtree: true });
  const exact = new MutationObserver(() => {
    firstMove ??= heard.moved;
    if (count.textContent?.startsWith('~') === true) return;
    exact.disconnect();
    const since = firstMove;
    requestAnimationFrame(() => setTimeout(() => Reflect.set(globalThis, 'dragExact', performance.now() - since)));
  });
  exact.observe(count, { childList: true, characterData: true, subtree: true });
  new MutationObserver(() => {
    const changed = performance.now();
    // by the first events: no worker was asked
    const nobody = { sent: Number.NaN, begun: Number.NaN, ended: Number.NaN, answered: Number.NaN };
    const asked = count.textContent?.startsWith('~') === true ? { ...heard, ...nobody } : now;
    requestAnimationFrame((framed) => {
      const began = performance.now();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => all.push({ ...asked, changed, framed: Math.max(changed, Math.min(framed, began)), drawn: performance.now() });
      port2.postMessage(undefined);
    });
  }).observe(count, { childList: true, characterData: true, subtree: true });
}
