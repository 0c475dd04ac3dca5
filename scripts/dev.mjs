// npm run dev: the window with hot reload. The page keeps the app's own origin: main passes its requests on to Vite.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensurePackages, root } from './ensure.mjs';

ensurePackages();
process.env.NODE_ENV = 'development';
const { createServer } = await import('vite');
const { buildApp, realWindow, windowConfig } = await import('./build-app.mjs');
const { electronProgram, rootArguments } = await import('./electron-runtime.mjs');

const app = await buildApp({ out: path.join(root, 'dist', 'app-dev') });
const config = windowConfig(realWindow);
const port = 5173;
const server = await createServer({
  ...config,
  clearScreen: false,
  // sources outside renderer/ are the project's own; the socket goes to the server itself, since the page's host is the app's
  server: {
    host: '127.0.0.1',
    port,
    strictPort: true,
    fs: { allow: [root] },
    hmr: { protocol: 'ws', host: '127.0.0.1', clientPort: port },
  },
});
await server.listen();
const environment = { ...process.env, LYMPHOSCOPE_DEV_SERVER: `http://127.0.0.1:${port}` };
delete environment.ELECTRON_RUN_AS_NODE;
const window = spawn(await electronProgram(), [...rootArguments, app, ...process.argv.slice(2)], {
  stdio: ['ignore', 2, 2],
  env: environment,
});
window.once('exit', async (code) => {
  await server.close();
  process.exit(code ?? 1);
});
