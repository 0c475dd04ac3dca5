import path from 'node:path';

const policy: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'worker-src': "'self'",
  'connect-src': "'self'",
  'img-src': "'self' data: blob:",
  // plotly writes style attributes and a style element
  'style-src': "'self' 'unsafe-inline'",
  'font-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  webrtc: "'block'",
};

const policyText = (directives: Readonly<Record<string, string>>): string =>
  Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');

export const contentSecurityPolicy = policyText(policy);

/** While developing: hot reload speaks over a socket, and its preamble is an inline script. */
export const developmentPolicy = (server: URL): string =>
  policyText({
    ...policy,
    'script-src': `${policy['script-src']} 'unsafe-inline'`,
    'connect-src': `'self' ws://${server.host}`,
  });

/** Headers of every response of the app's scheme: they isolate the window, which is what shared memory asks for. */
export const isolationHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
} as const;

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.fcs': 'application/octet-stream',
};

export const mimeTypeOf = (file: string): string => mimeTypes[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
