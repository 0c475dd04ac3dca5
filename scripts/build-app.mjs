// Builds the app into one folder that Electron can run: main.js, utility.js, preload.cjs, window/, samples/ and a package.json.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { buildKernels } from './build-kernels.mjs';
import { root } from './ensure.mjs';
import { packageCollector } from './third-party.mjs';

export const appFolder = path.join(root, 'dist', 'app');
/** The page and worker of the window tests, in place of the real window. */
export const fixtureWindow = path.join(root, 'tests', 'electron', 'fixture');
const rendererWindow = path.join(root, 'renderer');
/** The window, or the tests' page while there is none. */
export const realWindow = existsSync(path.join(rendererWindow, 'index.html')) ? rendererWindow : fixtureWindow;

/** The oldest Electron that the app runs in is 33: Chromium 130, Node 20. */
const chromium = 'chrome130';
const node = 'node20';

/** Vite's settings for the window, for building and for the development server. */
export const windowConfig = (folder, collect = () => []) => ({
  configFile: false,
  root: folder,
  base: '/',
  logLevel: 'warn',
  publicDir: false,
  cacheDir: path.join(root, 'node_modules', '.cache', 'lymphoscope', 'vite'),
  plugins: [react(), collect()],
  worker: { format: 'es', plugins: () => [collect()] },
  // the window knows no Node: what a library asks of it must be answered here
  define: { 'process.env.NODE_ENV': JSON.stringify(process.env.NODE_ENV ?? 'production') },
  build: { target: chromium, emptyOutDir: true, chunkSizeWarningLimit: 8000, modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
});

const unbundled = ['electron', 'pdfkit', 'libsql', 'graphile-worker', 'pg-native'];

const programConfig = (out, input, format, collect) => ({
  configFile: false,
  root,
  logLevel: 'warn',
  plugins: [collect()],
  publicDir: false,
  // read files of their own, or are loaded only where they are wanted
  ssr: { noExternal: true, external: unbundled },
  build: {
    ssr: true,
    target: node,
    outDir: out,
    emptyOutDir: false,
    minify: format === 'cjs',
    rollupOptions: {
      input,
      external: [...unbundled, /^node:/],
      output: { format, entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js', chunkFileNames: 'shared-[hash].js' },
    },
  },
});

/** Builds everything; `window` is the folder that holds the window's index.html. */
export async function buildApp({ window = realWindow, out = appFolder, about = {}, collected = packageCollector() } = {}) {
  mkdirSync(out, { recursive: true });
  const collect = collected.plugin;
  // before the window, which takes it in as an asset; the utility process finds it beside itself
  cpSync(await buildKernels(), path.join(out, 'kernels.wasm'));
  const source = (name) => path.join(root, 'electron', name);
  await build(
    programConfig(
      out,
      { main: source('main.ts'), utility: source('utility.ts'), 'batch-worker': path.join(root, 'headless', 'batch', 'batch-worker.ts') },
      'es',
      collect,
    ),
  );
  // a sandboxed preload cannot be an ES module
  await build(programConfig(out, { preload: source('preload.ts') }, 'cjs', collect));
  const config = windowConfig(window, collect);
  await build({ ...config, build: { ...config.build, outDir: path.join(out, 'window') } });
  copySamples(path.join(out, 'samples'));
  writeFileSync(path.join(out, 'package.json'), `${JSON.stringify({ ...aboutApp(), ...about }, undefined, 2)}\n`);
  return out;
}

function copySamples(into) {
  const samples = path.join(root, 'test-data', 'samples');
  mkdirSync(into, { recursive: true });
  for (const name of readdirSync(samples)) cpSync(path.join(samples, name), path.join(into, name));
}

function aboutApp() {
  const { version, description, license } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return {
    name: 'lymphoscope',
    productName: 'Lymphoscope',
    version,
    description,
    license,
    author: 'Lymphoscope contributors',
    type: 'module',
    main: 'main.js',
  };
}
