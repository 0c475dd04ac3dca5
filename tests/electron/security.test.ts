import { createSocket } from 'node:dgram';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callNames, pushNames } from '../../core/contract/bridge.ts';
import { launchApp, type RunningApp } from '../e2e/window/harness.ts';
import { askWorker, callBridge, violationsOf } from './page.ts';

let running: RunningApp;
beforeAll(async () => {
  running = await launchApp({ window: 'fixture' });
  // every request from now on, seen where Chromium's network service starts
  await running.app.evaluate(({ session }) => {
    const seen: string[] = [];
    Reflect.set(globalThis, 'requests', seen);
    session.defaultSession.webRequest.onSendHeaders((details) => void seen.push(details.url));
  });
});
afterAll(() => running?.close());

describe('what the page can reach', () => {
  it('has no Node and no Electron', async () => {
    const kinds = await running.page.evaluate(() =>
      ['require', 'process', 'Buffer', 'module', 'global', 'electron', 'ipcRenderer'].map((name) => typeof Reflect.get(globalThis, name)),
    );
    expect(new Set(kinds)).toEqual(new Set(['undefined']));
    expect(await askWorker(running.page, { kind: 'environment' })).toEqual({ isolated: true, process: 'undefined', require: 'undefined' });
  });

  it('has the calls and pushes of the contract and nothing else', async () => {
    const keys = await running.page.evaluate(() => Object.keys(Reflect.get(globalThis, 'bridge') as object));
    expect(keys.sort()).toEqual([...callNames, ...pushNames].sort());
  });

  it('runs isolated in the operating system as far as root allows, with the preferences of the window', async () => {
    const preferences = await running.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      return contents === undefined ? undefined : Reflect.get(contents, 'getLastWebPreferences')?.call(contents);
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
  });
});

describe('isolation and shared memory', () => {
  it('is cross-origin isolated in page and worker', async () => {
    expect(await running.page.evaluate(() => crossOriginIsolated)).toBe(true);
    expect(await askWorker(running.page, { kind: 'environment' })).toMatchObject({ isolated: true });
  });

  it('shares WebAssembly memory in a worker', async () => {
    expect(await askWorker(running.page, { kind: 'shared-memory' })).toEqual({ shared: true, word: 5 });
  });
});

describe('content security policy', () => {
  it('is broken by nothing that the page does by itself', async () => expect(await violationsOf(running.page)).toEqual([]));

  it('refuses eval, inline scripts, blob workers and other hosts', async () => {
    const { page } = running;
    const evaluated = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.inlineRan = true';
      document.body.append(script);
      const pixel = new Image();
      pixel.src = 'https://example.org/pixel.png';
      return Reflect.get(globalThis, 'inlineRan');
    });
    expect(evaluated).toBeUndefined();
    const refused = await page.evaluate(async () => {
      const url = URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' }));
      const worker = await new Promise((resolve) => {
        try {
          const started = new Worker(url);
          started.onerror = () => resolve('refused');
          started.onmessage = () => resolve('ran');
        } catch {
          resolve('refused');
        }
      });
      const fetched = await fetch('https://example.org/').then(
        () => 'fetched',
        () => 'refused',
      );
      return { worker, fetched };
    });
    expect(refused).toEqual({ worker: 'refused', fetched: 'refused' });
    const violations = JSON.stringify(await violationsOf(page));
    for (const directive of ['script-src-elem', 'img-src', 'worker-src', 'connect-src']) expect(violations).toContain(directive);
  });
});

describe('connections between browsers', () => {
  it('send nothing: a canary hears no datagram', async () => {
    const canary = createSocket('udp4');
    let heard = 0;
    canary.on('message', () => heard++);
    await new Promise<void>((resolve) => canary.bind(0, '127.0.0.1', resolve));
    const { port } = canary.address();
    // the canary hears what is sent to it
    await new Promise<void>((resolve) => createSocket('udp4').send('x', port, '127.0.0.1', () => resolve()));
    await expect.poll(() => heard).toBe(1);
    const outcome = await running.page.evaluate(async (at) => {
      try {
        const connection = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${at}` }] });
        connection.createDataChannel('x');
        await connection.setLocalDescription(await connection.createOffer());
        await new Promise((resolve) => setTimeout(resolve, 3000));
        const candidates = connection.localDescription?.sdp.match(/a=candidate[^\r]*/g) ?? [];
        connection.close();
        return candidates;
      } catch (error) {
        return String(error);
      }
    }, port);
    canary.close();
    expect([heard, outcome]).toEqual([1, expect.anything()]);
    expect(JSON.stringify(outcome)).not.toContain(' typ srflx');
  });
});

describe('leaving the page', () => {
  it.each([
    'app://lymphoscope/',
    'app://lymphoscope/assets/none.js',
    'app://lymphoscope/file/11111111-1111-4111-8111-111111111111',
    'https://example.org/',
    'file:///etc/passwd',
    'app://lymphoscope-evil/index.html',
    'data:text/html,x',
  ])('stays when the page goes to %s', async (target) => {
    const { page } = running;
    const before = page.url();
    await page.evaluate((to) => {
      const link = document.createElement('a');
      link.href = to;
      document.body.append(link);
      link.click();
      link.remove();
    }, target);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
    expect(page.url()).toBe(before);
    expect(await page.evaluate(() => document.body.textContent)).toContain('ready');
  });

  it('opens no second window', async () => {
    expect(await running.page.evaluate(() => window.open('https://example.org/') === null)).toBe(true);
    expect(await running.page.evaluate(() => window.open('app://lymphoscope/index.html') === null)).toBe(true);
    expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  it('shows no frame, of its own page neither', async () => {
    const { page } = running;
    await page.evaluate(async () => {
      const frame = document.createElement('iframe');
      frame.src = 'app://lymphoscope/index.html';
      document.body.append(frame);
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    const texts = await Promise.all(
      page
        .frames()
        .filter((frame) => frame !== page.mainFrame())
        .map((frame) => frame.content()),
    );
    expect(texts.join('')).not.toContain('Lymphoscope');
    await page.evaluate(() => document.querySelector('iframe')?.remove());
  });
});

describe('permissions', () => {
  it('denies all of them', async () => {
    const answers = await running.page.evaluate(async () => ({
      notification: await Notification.requestPermission(),
      camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'granted',
        () => 'denied',
      ),
      position: await new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('granted'),
          () => resolve('denied'),
        ),
      ),
      clipboard: await navigator.permissions.query({ name: 'clipboard-read' as PermissionName }).then(({ state }) => state),
    }));
    expect(answers).toEqual({ notification: 'denied', camera: 'denied', position: 'denied', clipboard: 'denied' });
  });
});

describe('the door', () => {
  it.each([
    ['extra arguments', 'appInfo', ['more']],
    ['a token that is none', 'revealFile', ['../../etc/passwd']],
    ['a wrong type', 'setUnsaved', ['yes']],
    ['a missing argument', 'writeAutosave', []],
    ['an object for a text', 'saveText', ['a.csv', { toString: 'x' }]],
  ] as const)('refuses %s', async (_what, call, args) => {
    await expect(callBridge(running.page, call, ...args)).rejects.toThrow(/arguments refused/);
  });

  it('answers a well-formed but unknown token with a problem', async () => {
    const answer = await callBridge(running.page, 'revealFile', '00000000-0000-4000-8000-000000000000');
    expect(answer).toMatchObject({ ok: false, problem: { code: 'token-unknown' } });
  });

  it('knows no path of a file that the page made up', async () => {
    const answer = await running.page.evaluate(() => {
      const bridge = Reflect.get(globalThis, 'bridge') as { registerFile(file: unknown): Promise<unknown> };
      return bridge.registerFile(new File(['FCS3.1'], '/etc/passwd'));
    });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'not-a-file' } });
  });
});

describe('the scheme', () => {
  it.each([
    '/../main.js',
    '/%2e%2e%2fmain.js',
    '/..%5cmain.js',
    '/%00',
    '/%E0%A4%A',
    '/file/../../etc/passwd',
    '/file/00000000-0000-4000-8000-000000000000',
    '/etc/passwd',
    '//example.org/x',
  ])('serves nothing for %s', async (path) => {
    const outcome = await running.page.evaluate(
      (asked) =>
        fetch(`app://lymphoscope${asked}`).then(
          (response) => response.status,
          () => 'refused',
        ),
      path,
    );
    expect(outcome).toBe('refused');
  });

  it('serves GET alone', async () => {
    const outcome = await running.page.evaluate(() =>
      fetch('/index.html', { method: 'POST', body: 'x' }).then(
        () => 'served',
        () => 'refused',
      ),
    );
    expect(outcome).toBe('refused');
  });
});

it('sent no request beyond its own scheme in all this', async () => {
  const seen = await running.app.evaluate(() => Reflect.get(globalThis, 'requests') as string[]);
  expect(seen.filter((url) => !url.startsWith('app://lymphoscope/') && !url.startsWith('blob:app://'))).toEqual([]);
});
