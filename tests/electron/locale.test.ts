import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { BridgeFile } from '../../core/contract/bridge.ts';
import { packagedProgram, programOf } from '../e2e/window/harness.ts';
import { simulatedSample } from './analyses.ts';
import { urlOf } from './page.ts';

/** Chromium says where it listens; not Playwright's own start, which would hold on to the process that only starts the other one. */
async function portOf({ stderr }: ChildProcess): Promise<string> {
  if (stderr === null) throw new Error('no output');
  for await (const line of createInterface(stderr)) {
    const found = /^DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(line)?.[1];
    if (found !== undefined) return found;
  }
  throw new Error('the app ended');
}

/** Playwright's attaching can hang while the window opens. */
async function shown(port: string): Promise<void> {
  for (;;) {
    const pages: unknown = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json();
    if (JSON.stringify(pages).includes('"url":"app://')) return;
    await setTimeout(100);
  }
}

const newInput = "document.body.appendChild(Object.assign(document.createElement('input'), { type: 'file', id: 'by-path' }))";

describe.skipIf(process.platform !== 'linux')('without a locale', () => {
  it.each(packagedProgram === undefined ? (['fixture'] as const) : (['fixture', 'packaged'] as const))(
    'the %s app opens files with Japanese names',
    async (window) => {
      const folder = await mkdtemp(path.join(tmpdir(), 'lymphoscope-locale-'));
      const file = path.join(folder, '培養 14日.fcs');
      await copyFile(simulatedSample, file);
      const { program, args } = programOf(window);
      const { LANG: _lang, LC_ALL: _all, LC_CTYPE: _ctype, LANGUAGE: _language, ...environment } = process.env;
      const app = spawn(program, [...args, '--remote-debugging-port=0', `--user-data-dir=${path.join(folder, 'user')}`, '--lang=en'], {
        env: environment,
        stdio: ['ignore', 'ignore', 'pipe'],
        detached: true,
      });
      const ended = once(app, 'exit');
      try {
        const port = await portOf(app);
        app.stderr?.resume();
        await shown(port);
        const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
        const page = browser.contexts()[0]?.pages()[0];
        if (page === undefined) throw new Error('no window');
        await page.waitForLoadState();
        // the protocol itself: Playwright's `setInputFiles` sends bytes without a path to a browser that it did not start
        const session = await page.context().newCDPSession(page);
        const { result } = await session.send('Runtime.evaluate', { expression: newInput });
        await session.send('DOM.setFileInputFiles', { files: [file], objectId: result.objectId ?? '' });
        const known = (await page.locator('#by-path').evaluate((input) => {
          const bridge: unknown = Reflect.get(globalThis, 'bridge');
          return Reflect.get(bridge as object, 'registerFile')((input as HTMLInputElement).files?.[0]);
        })) as { readonly value: BridgeFile };
        expect(known.value.name).toBe('培養 14日.fcs');
        const bytes = await page.evaluate(async (url) => (await (await fetch(url)).arrayBuffer()).byteLength, urlOf(known.value));
        expect(bytes).toBe((await stat(file)).size);
        await page.close();
        await ended;
        expect(app.exitCode).toBe(0);
        await browser.close();
      } finally {
        // the program that it started instead too
        if (app.exitCode === null) process.kill(-(app.pid ?? 0), 'SIGKILL');
      }
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  );
});
