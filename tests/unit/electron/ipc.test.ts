import { describe, expect, it } from 'vitest';
import { Problem } from '../../../core/base/problem.ts';
import { type BridgeHandlers, bridgeCalls, callNames } from '../../../core/contract/bridge.ts';
import { type Sender, serveBridge } from '../../../electron/ipc.ts';

const page: Sender = { url: 'app://lymphoscope/index.html', parent: null };
const token = '6f1c1f34-5f0e-4f44-9a52-0f2b6f0b8f11';

type Listener = (event: { readonly senderFrame: Sender | null }, ...args: unknown[]) => Promise<unknown>;

/** A door whose handlers note what reached them. */
function openDoor(reply: () => unknown = () => null) {
  const listeners = new Map<string, Listener>();
  const reached: (readonly unknown[])[] = [];
  const handlers = Object.fromEntries(
    callNames.map((call) => [
      call,
      async (...args: unknown[]) => {
        reached.push([call, ...args]);
        return reply();
      },
    ]),
  ) as unknown as BridgeHandlers;
  serveBridge({ handle: (call, listener) => void listeners.set(call, listener) }, handlers);
  const send = (call: string, sender: Sender | null, ...args: unknown[]) =>
    listeners.get(call)?.({ senderFrame: sender }, ...args) ?? Promise.reject(new Error('no handler'));
  return { send, reached, listeners };
}

describe('serveBridge', () => {
  it('has a handler for each call of the contract and for no other', () => {
    expect([...openDoor().listeners.keys()]).toEqual(Object.keys(bridgeCalls));
  });

  it('lets the page in', async () => {
    const { send, reached } = openDoor();
    expect(await send('revealFile', page, token)).toEqual({ ok: true, value: null });
    expect(reached).toEqual([['revealFile', token]]);
  });

  it.each<readonly [string, Sender | null]>([
    ['a frame that is gone', null],
    ['a frame inside the page', { url: page.url, parent: page }],
    ['another host', { url: 'app://other/index.html', parent: null }],
    ['a web page', { url: 'https://lymphoscope/index.html', parent: null }],
    ['a file', { url: 'file:///index.html', parent: null }],
    ['an empty page', { url: '', parent: null }],
    ['about:blank', { url: 'about:blank', parent: null }],
  ])('refuses %s', async (_what, sender) => {
    const { send, reached } = openDoor();
    await expect(send('revealFile', sender, token)).rejects.toThrow('refused sender');
    expect(reached).toEqual([]);
  });

  it.each<readonly [string, string, readonly unknown[]]>([
    ['a missing argument', 'revealFile', []],
    ['an extra argument', 'revealFile', [token, token]],
    ['an extra argument where there is none', 'appInfo', [undefined]],
    ['a path for a token', 'revealFile', ['/etc/passwd']],
    ['an object for a token', 'openSession', [{ token }]],
    ['another language', 'changePreferences', [{ language: 'fr' }, []]],
    ['a number for a text', 'writeAutosave', [1]],
    ['a long name', 'saveText', ['x'.repeat(201), '']],
    ['an unknown kind', 'openText', ['anything']],
  ])('refuses %s', async (_what, call, args) => {
    const { send, reached } = openDoor();
    await expect(send(call, page, ...args)).rejects.toThrow('arguments refused');
    expect(reached).toEqual([]);
  });

  it('carries a problem across, and lets a bug crash', async () => {
    const problem = new Problem('code', { en: 'a {b}', ja: 'あ {b}' }, { b: 1 }, { line: 2 });
    const throwing = openDoor(() => {
      throw problem;
    });
    expect(await throwing.send('appInfo', page)).toEqual({
      ok: false,
      problem: { code: 'code', sentence: { en: 'a {b}', ja: 'あ {b}' }, values: { b: 1 }, place: { line: 2 } },
    });
    const broken = openDoor(() => {
      throw new TypeError('bug');
    });
    await expect(broken.send('appInfo', page)).rejects.toThrow('bug');
  });
});
