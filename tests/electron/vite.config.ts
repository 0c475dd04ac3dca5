import { defineConfig } from 'vitest/config';

/** Tests that start the app: as many files at a time as there are displays, one window after another in each. Run by `npm run test:window`. */
export default defineConfig({
  test: {
    include: ['tests/electron/**/*.test.ts', 'tests/e2e/window/**/*.test.ts'],
    setupFiles: ['tests/electron/own-display.ts'],
    maxWorkers: process.env['LYMPHO_DISPLAYS']?.split(' ').length ?? 1,
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
