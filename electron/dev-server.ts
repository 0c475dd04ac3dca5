import { net, type Protocol } from 'electron';
import type { FileTokens } from './file-tokens.ts';
import { isAppUrl } from './is-app-url.ts';
import { resolveAsked } from './resolve-asset.ts';
import { developmentPolicy, isolationHeaders } from './response-headers.ts';

/** The address of the development server, only while developing. */
export function developmentServer(packaged: boolean, address: string | undefined): URL | undefined {
  if (packaged || address === undefined || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return url.hostname === 'localhost' || url.hostname === '127.0.0.1' ? url : undefined;
}

/** Serves the app's scheme from the development server, so that origin, isolation and tokens are those of the built app. */
export function serveFromServer(protocol: Protocol, server: URL, tokens: FileTokens): void {
  protocol.handle('app', async (request) => {
    if (request.method !== 'GET' || !isAppUrl(request.url)) return new Response(null, { status: 403 });
    const url = new URL(request.url);
    const asked = resolveAsked('/', url.pathname);
    const file = asked?.kind === 'token' ? tokens.servedPath(asked.token) : undefined;
    const from = file === undefined ? new URL(`${url.pathname}${url.search}`, server).href : new URL(`file://${encodeURI(file)}`).href;
    const answered = await net.fetch(from, { bypassCustomProtocolHandlers: true });
    const headers = new Headers(answered.headers);
    for (const [name, value] of Object.entries(isolationHeaders)) headers.set(name, value);
    headers.set('Content-Security-Policy', developmentPolicy(server));
    return new Response(answered.body, { status: answered.status, headers });
  });
}
