// npm run check: what nobody uses. With --production tests do not count as users, so that nothing is kept for its tests alone.
const isProduction = process.argv.includes('--production');

/** checkAudit, ewma, and residualTable and recordOverride elsewhere: tested, and wired by later work. */
const waiting = [
  'core/study/session/audit-check.ts',
  'core/study/session/audit/audit.ts',
  'core/biology/control-charts/ewma.ts',
  'core/gating/checks/spillover-residual.ts',
];

export default {
  entry: [
    'headless/cli/main.ts!',
    'headless/cli/analyse/demo.ts!',
    'headless/{batch,helper-thread}/*-worker.ts!',
    'benchmark/command.ts!',
    'electron/{main,preload,utility}.ts!',
    'renderer/main.tsx!',
    'core/data/kernels/wasm/assembly/kernels.ts!',
    'test-data/{simulate-cli,make-samples}.ts',
    'scripts/**/*.mjs',
    'tests/**/*.test.ts',
    'tests/bench/*.bench.ts',
    'tests/bench/*-{once,thread,team}.ts',
    'tests/e2e/window/{pictures,plot-pictures,page-pictures,heard-pages}.ts',
    'tests/electron/fixture/main.ts',
    'tests/fixtures/panel-gallery/{gallery.tsx,vite.config.ts}',
    'tests/electron/{vite.config,own-display}.ts',
  ],
  project: ['{core,headless,electron,renderer,benchmark}/**/*.{ts,tsx}!', '{test-data,tests,scripts}/**/*.{ts,tsx,mjs}'],
  ignoreExportsUsedInFile: isProduction,
  ignoreIssues: {
    ...Object.fromEntries(waiting.map((file) => [file, ['files', 'exports', 'types']])),
  },
  // programs of the system
  ignoreBinaries: ['locale', 'pdftotext', 'pdfinfo', 'apt-get', 'Xvfb', 'mount', 'umount'],
  // a program; an oracle that tests require by name; files that reports embed
  ignoreDependencies: [
    '@biomejs/biome',
    'fcs',
    '@expo-google-fonts/noto-sans-jp',
    '@expo-google-fonts/noto-sans-kr',
    '@expo-google-fonts/noto-sans-math',
    '@expo-google-fonts/noto-sans-sc',
  ],
};
