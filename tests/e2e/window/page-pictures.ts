import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { at, openByDialog, quiet, waitForSamples } from './gestures.ts';
import { launchApp } from './harness.ts';

/* Every page of the window with simulated samples or given files, run by `npm run screenshots -- --pages FOLDER [FILE…]`. */

const [folder = 'pages', ...files] = process.argv.slice(2);
const pages = ['plots', 'composition', 'statistics', 'culture', 'quality', 'trends', 'review', 'layout'] as const;

await mkdir(folder, { recursive: true });
for (const [language, theme] of [
  ['en', 'light'],
  ['ja', 'dark'],
] as const) {
  const running = await launchApp({ language });
  const { page, app } = running;
  if (files.length > 0) await openByDialog(running, files);
  else {
    await at(page, 'open-samples').click();
    await waitForSamples(page, 10);
  }
  await at(page, 'theme').click();
  await at(page, `theme-${theme}`).click();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
  // groups of samples: how one is made, and the details of several
  for (const [command, shown] of [
    ['group.new', 'group-dialog'],
    ['sample.edit-metadata', 'metadata-grid'],
    ['help.guides', 'guides'],
  ] as const) {
    for (const id of ['sample.select-all', command])
      await app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id);
    await at(page, shown).waitFor();
    await page.screenshot({ path: path.join(folder, `${shown}-${language}-${theme}.png`) });
    await page.keyboard.press('Escape');
  }
  for (const name of pages) {
    await app.evaluate(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(), `view.${name}`);
    await quiet(page);
    if (name === 'layout' && (await at(page, 'layout-new').count()) > 0) await at(page, 'layout-new').click();
    await page.waitForTimeout(1500);
    await page.screenshot({ path: path.join(folder, `${name}-${language}-${theme}.png`) });
  }
  await running.close();
}
process.exit(0);
