import { defineConfig } from 'vitest/config';

/** Tests that start the app: one at a time, each with a window. Run by `npm run test:window`. */
export default defineConfig({
  test: {
    include: ['tests/electron/**/*.test.ts', 'tests/e2e/window/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
