// A display of their own for tests: the window must not open on the screen of the person at work, and a server has none.
import { spawn } from 'node:child_process';

/** Starts Xvfb on a free number (Linux); gives the environment for programs that draw on it. */
export async function startDisplay() {
  if (process.platform !== 'linux') return { environment: {}, stop: () => undefined };
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with code ${code}`)));
    server.stdio[3].once('data', (text) => resolve(String(text).trim()));
  });
  process.once('exit', () => server.kill());
  return { environment: { DISPLAY: `:${number}` }, stop: () => server.kill() };
}
