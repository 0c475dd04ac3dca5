import path from 'node:path';

/** Where things are in the built app: main.js, preload.cjs and utility.js lie beside these folders. */
export const appPaths = {
  preload: path.join(import.meta.dirname, 'preload.cjs'),
  utility: path.join(import.meta.dirname, 'utility.js'),
  window: path.join(import.meta.dirname, 'window'),
  /** In packages that tests drive; a release has none. */
  testMark: path.join(import.meta.dirname, 'for-tests'),
  about: path.join(import.meta.dirname, 'package.json'),
  samples: path.join(import.meta.dirname, 'samples'),
} as const;
