// Displays of their own for tests: the window must not open on the screen of the person at work, and a server has none.
import { spawn } from 'node:child_process';

/**
 * Starts `count` displays on free numbers (Linux). Programs draw on the first; LYMPHO_DISPLAYS names them all, for test files that run
 * at the same time: each has focus and clipboard to itself (tests/electron/own-display.ts).
 */
export async function startDisplays(count) {
  if (process.platform !== 'linux') return { environment: {}, stop: () => undefined };
  const displays = await Promise.all(Array.from({ length: count }, startXvfb));
  const names = displays.map(({ name }) => name);
  return {
    environment: { DISPLAY: names[0], LYMPHO_DISPLAYS: names.join(' ') },
    stop: () => {
      for (const { server } of displays) server.kill();
    },
  };
}

async function startXvfb() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with code ${code}`)));
    server.stdio[3].once('data', (text) => resolve(String(text).trim()));
  });
  process.once('exit', () => server.kill());
  return { name: `:${number}`, server };
}
