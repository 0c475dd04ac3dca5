import path from 'node:path';

/** What a request of the app's scheme asks for: a file of the built window, the bytes of a token, or nothing that is served. */
export type Asked = { readonly kind: 'asset'; readonly path: string } | { readonly kind: 'token'; readonly token: string } | undefined;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Finds the path below `root` (an absolute folder) that a URL's path names. The path is decoded once; what leads out of the
 * folder, holds a NUL, a backslash or a bad escape, or begins a segment with a dot is refused.
 */
export function resolveAsked(root: string, pathname: string): Asked {
  const decoded = decodeOnce(pathname);
  if (decoded === undefined || !decoded.startsWith('/') || /[\0\\]/.test(decoded)) return undefined;
  const segments = decoded.slice(1).split('/');
  if (segments[0] === 'file')
    return segments.length === 2 && uuid.test(segments[1] ?? '') ? { kind: 'token', token: segments[1] ?? '' } : undefined;
  if (segments.some((segment) => segment === '' || segment.startsWith('.') || segment.includes(':'))) return undefined;
  const file = path.join(root, ...segments);
  return isBelow(root, file) ? { kind: 'asset', path: file } : undefined;
}

/** Whether a path lies below a folder. Comparing beginnings would let /app-evil pass for /app. */
export function isBelow(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '' && relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

function decodeOnce(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}
