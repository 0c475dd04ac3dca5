import type { Session, WebContents } from 'electron';
import { isOwnUrl, isStartUrl } from './is-app-url.ts';

/** The window shows the app's page and nothing else: no other page, no frame, no second window, no webview. */
export function lockNavigation(contents: WebContents): void {
  contents.on('will-navigate', (details) => {
    if (!isStartUrl(details.url)) details.preventDefault();
  });
  contents.on('will-redirect', (details) => {
    if (!isStartUrl(details.url)) details.preventDefault();
  });
  contents.on('will-frame-navigate', (details) => {
    if (!details.isMainFrame || !isStartUrl(details.url)) details.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // beside the policy of the page: a connection between browsers would go past every request that is seen here
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** Writing to the clipboard, for figures that a person copies; nothing is ever read from it. */
const granted = 'clipboard-sanitized-write';

/** Denies every other permission, device, download and request that would leave the machine. `allowed` lets a development server through. */
export function lockSession(session: Session, allowed: (url: string) => boolean = () => false): void {
  session.setPermissionRequestHandler((_contents, permission, done) => done(permission === granted));
  session.setPermissionCheckHandler((_contents, permission) => permission === granted);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, done) => done({ cancel: !isOwnUrl(details.url) && !allowed(details.url) }));
  session.on('will-download', (event) => event.preventDefault());
}
