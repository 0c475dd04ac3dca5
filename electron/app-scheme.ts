import { realpathSync, statSync } from 'node:fs';
import type { CustomScheme, Protocol, ProtocolRequest, ProtocolResponse } from 'electron';
import type { FileTokens } from './file-tokens.ts';
import { isAppUrl } from './is-app-url.ts';
import { isBelow, resolveAsked } from './resolve-asset.ts';
import { contentSecurityPolicy, isolationHeaders, mimeTypeOf } from './response-headers.ts';

/** Registered once, before `ready`: a second call would replace the first. Never `corsEnabled` (opens cross-origin reads) nor `bypassCSP`. */
export const appScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
} as const satisfies CustomScheme;

// net error codes of Chromium
const refused = { invalidUrl: -300, notFound: -6, denied: -10 } as const;

/**
 * Answers a request of the app's scheme: a file of the built window below `root`, or the bytes of a token.
 * `root` is absolute and has no symbolic links in it.
 */
export function answerRequest(
  { method, url }: Pick<ProtocolRequest, 'method' | 'url'>,
  root: string,
  tokens: FileTokens,
): ProtocolResponse {
  if (method !== 'GET') return { error: refused.denied };
  if (!isAppUrl(url)) return { error: refused.invalidUrl };
  const asked = resolveAsked(root, new URL(url).pathname);
  if (asked === undefined) return { error: refused.invalidUrl };
  const file = asked.kind === 'token' ? tokens.servedPath(asked.token) : asked.path;
  if (file === undefined || !isServable(file, asked.kind === 'asset' ? root : undefined)) return { error: refused.notFound };
  return {
    path: file,
    mimeType: asked.kind === 'token' ? 'application/octet-stream' : mimeTypeOf(file),
    headers: { ...isolationHeaders, 'Content-Security-Policy': contentSecurityPolicy },
  };
}

/** A regular file; of the window's own files also one that no symbolic link leads out of the folder. */
function isServable(file: string, root: string | undefined): boolean {
  const info = statSync(file, { throwIfNoEntry: false });
  return info?.isFile() === true && (root === undefined || isBelow(root, realpathSync(file)));
}

/**
 * Serves the scheme. `registerFileProtocol` because it is four times as fast as `protocol.handle` for large files
 * (docs/decisions/electron-app-scheme.md).
 */
export function serveApp(protocol: Protocol, root: string, tokens: FileTokens): void {
  const real = realpathSync(root);
  protocol.registerFileProtocol(appScheme.scheme, (request, respond) => respond(answerRequest(request, real, tokens)));
}
