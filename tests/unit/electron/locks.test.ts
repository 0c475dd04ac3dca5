import type { Session, WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { lockNavigation, lockSession } from '../../../electron/locks.ts';
import { windowOptions } from '../../../electron/window-options.ts';

/** Notes what is set on it and what listens to it. */
function recorder() {
  const set = new Map<string, (...args: unknown[]) => unknown>();
  const on = (name: string, listener: (...args: unknown[]) => unknown) => void set.set(name, listener);
  const setter = (name: string) => (value: (...args: unknown[]) => unknown) => void set.set(name, value);
  return { set, on, setter };
}

const large = { width: 1920, height: 1160 };

describe('windowOptions', () => {
  it.each([
    ['a large display', large, [1440, 900, 960, 640]],
    ['a notebook', { width: 1280, height: 760 }, [1280, 760, 960, 640]],
    ['a display below the smallest size', { width: 800, height: 600 }, [800, 600, 800, 600]],
  ])('fit on %s', (_name, room, sizes) => {
    const { width, height, minWidth, minHeight } = windowOptions('/preload.cjs', true, room);
    expect([width, height, minWidth, minHeight]).toEqual(sizes);
  });

  it('says every preference that keeps the page in', () => {
    expect(windowOptions('/preload.cjs', true, large).webPreferences).toEqual({
      preload: '/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    });
    expect(windowOptions('/preload.cjs', false, large).webPreferences.devTools).toBe(true);
  });
});

describe('lockNavigation', () => {
  const { set, on, setter } = recorder();
  lockNavigation({ on, setWindowOpenHandler: setter('open'), setWebRTCIPHandlingPolicy: setter('webrtc') } as unknown as WebContents);
  const goes = (event: string, url: string, isMainFrame = true): boolean => {
    let prevented = false;
    set.get(event)?.({
      url,
      isMainFrame,
      preventDefault: () => {
        prevented = true;
      },
    });
    return !prevented;
  };

  it.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])('%s goes to the app alone', (event) => {
    expect(goes(event, 'app://lymphoscope/index.html')).toBe(true);
    for (const url of ['https://example.org/', 'file:///etc/passwd', 'app://other/', 'javascript:1']) expect(goes(event, url)).toBe(false);
  });

  it('lets no frame and no webview in, and opens no window', () => {
    expect(goes('will-frame-navigate', 'app://lymphoscope/index.html', false)).toBe(false);
    expect(goes('will-attach-webview', '')).toBe(false);
    expect(set.get('open')?.({ url: 'app://lymphoscope/index.html' })).toEqual({ action: 'deny' });
  });
});

describe('lockSession', () => {
  const { set, on, setter } = recorder();
  lockSession({
    on,
    setPermissionRequestHandler: setter('request'),
    setPermissionCheckHandler: setter('check'),
    setDevicePermissionHandler: setter('device'),
    webRequest: { onBeforeRequest: setter('before') },
  } as unknown as Session);

  it('denies every permission and device', () => {
    let granted: unknown;
    set.get('request')?.(null, 'media', (value: unknown) => {
      granted = value;
    });
    expect([granted, set.get('check')?.(), set.get('device')?.()]).toEqual([false, false, false]);
  });

  it.each([
    ['app://lymphoscope/a.js', false],
    ['https://example.org/', true],
    ['ws://localhost:1/', true],
    ['file:///etc/passwd', true],
  ])('%s: cancelled %s', (url, cancelled) => {
    let answer: unknown;
    set.get('before')?.({ url }, (value: unknown) => {
      answer = value;
    });
    expect(answer).toEqual({ cancel: cancelled });
  });
});
