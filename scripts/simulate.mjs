// npm run -s simulate -- OPTIONS: the simulator's command line, built when needed.
import { ensureBuilt } from './ensure.mjs';

ensureBuilt('core', 'test-data');
const { runSimulator } = await import('../dist/test-data/simulate-cli.js');
process.exitCode = runSimulator(process.argv.slice(2));
