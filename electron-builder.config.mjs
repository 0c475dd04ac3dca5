import { rm } from 'node:fs/promises';
import path from 'node:path';

/** The fuses of a release: every one is said. */
export const releaseFuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
};

/** Playwright drives the main process through the inspector: the package under test differs from a release in this fuse alone. */
export const testFuses = { ...releaseFuses, enableNodeCliInspectArguments: true };

/**
 * What electron-builder makes of a built app.
 * `texts`: files that lie beside the program, `executable`: its name.
 * `modules`, `out`: folders (the packages that stay unbundled, where the result goes).
 * `electron`: folder and version of the runtime; left out on a machine that downloads the official one.
 */
export const builderConfig = ({ modules, out, electron, fuses = releaseFuses, texts = [], executable = 'lymphoscope' }) => ({
  appId: 'org.lymphoscope.lymphoscope',
  productName: 'Lymphoscope',
  copyright: 'Lymphoscope contributors. Research use only.',
  directories: { output: out },
  ...(electron === undefined ? {} : { electronDist: electron.folder, electronVersion: electron.version }),
  files: ['**/*', '!node_modules/**', { from: modules, to: 'node_modules', filter: ['**/*'] }],
  // beside the program, where a person looks
  extraFiles: texts.map((from) => ({ from, to: path.basename(from).replace(/^LICENSE$/, 'LICENSE.lymphoscope.txt') })),
  asar: true,
  // a native module is loaded from a file of its own
  asarUnpack: ['**/*.node'],
  npmRebuild: false,
  publish: null,
  electronFuses: fuses,
  // left in an unpacked runtime: an app.asar beside it must be the only app
  afterPack: async ({ appOutDir }) => {
    for (const name of ['resources/default_app.asar', 'ready', 'version']) await rm(path.join(appOutDir, name), { force: true });
  },
  fileAssociations: [
    { ext: 'lymphoscope', name: 'Lymphoscope session', role: 'Editor' },
    { ext: 'fcs', name: 'Flow cytometry data', role: 'Viewer' },
  ],
  linux: { target: ['dir'], category: 'Science', executableName: executable, maintainer: 'Lymphoscope contributors' },
  mac: { target: ['dir'], category: 'public.app-category.medical' },
  win: { target: ['dir'], ...(executable === 'lymphoscope' ? {} : { executableName: executable }) },
});
