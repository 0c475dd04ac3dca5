import type { Page } from 'playwright-core';
import { type BridgeFile, type CallName, fileUrl } from '../../core/contract/bridge.ts';

/* What the page under test has; the functions run in the page. */

/** A call through `window.bridge` with any arguments, fitting or not: gives the answer as it crossed. */
export const callBridge = (page: Page, call: CallName, ...args: readonly unknown[]): Promise<unknown> =>
  page.evaluate(
    ([name, given]) => {
      const bridge: unknown = Reflect.get(globalThis, 'bridge');
      const asked: unknown = typeof bridge === 'object' && bridge !== null ? Reflect.get(bridge, name) : undefined;
      if (typeof asked !== 'function') throw new Error(`no call ${name}`);
      return asked(...given);
    },
    [call, args] as const,
  );

/** The value of an answer that must be one. */
export async function bridgeValue<T>(page: Page, call: CallName, ...args: readonly unknown[]): Promise<T> {
  const answer = await callBridge(page, call, ...args);
  if (typeof answer === 'object' && answer !== null && 'value' in answer) return answer.value as T;
  throw new Error(`${call}: ${JSON.stringify(answer)}`);
}

/** Asks the worker of the fixture page (fixture/probe.ts). */
export const askWorker = (page: Page, probe: object): Promise<unknown> =>
  page.evaluate((asked) => {
    const ask: unknown = Reflect.get(globalThis, 'ask');
    return typeof ask === 'function' ? ask(asked) : undefined;
  }, probe);

export const violationsOf = (page: Page): Promise<unknown> => page.evaluate(() => Reflect.get(globalThis, 'violations'));

/** Collects what a push sends from now on; read it with `pushed`. */
export const collectPushes = (page: Page, push: string): Promise<void> =>
  page.evaluate((name) => {
    const seen: unknown[] = [];
    Reflect.set(globalThis, `seen-${name}`, seen);
    const bridge: unknown = Reflect.get(globalThis, 'bridge');
    const subscribe: unknown = typeof bridge === 'object' && bridge !== null ? Reflect.get(bridge, name) : undefined;
    if (typeof subscribe === 'function') subscribe((...args: unknown[]) => seen.push(args));
  }, push);

/** Waits for the first push of a kind; gives all so far. */
export const pushed = async (page: Page, push: string): Promise<unknown> =>
  (
    await page.waitForFunction((name) => {
      const seen: unknown = Reflect.get(globalThis, `seen-${name}`);
      return Array.isArray(seen) && seen.length > 0 ? seen : undefined;
    }, push)
  ).jsonValue();

export const urlOf = ({ token }: BridgeFile): string => fileUrl(token);
