import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { at, quiet, sampleRow, waitForSamples } from './gestures.ts';
import { launchApp } from './harness.ts';

/* Pictures of the real window for the documentation, run by `npm run screenshots`: look at them before they are committed. */

const folder = path.resolve(process.argv[2] ?? path.join('docs', 'images'));
const sizes = [
  [1280, 800],
  [1920, 1080],
] as const;

await mkdir(folder, { recursive: true });
for (const language of ['en', 'ja'] as const) {
  const running = await launchApp({ language });
  const { page, app } = running;
  await at(page, 'open-samples').click();
  await waitForSamples(page, 10);
  await sampleRow(page, 2).click();
  await at(page, 'population-Singlets/Live/Lymphocytes/NK').click();
  await quiet(page);
  for (const theme of ['light', 'dark'] as const) {
    await at(page, 'theme').click();
    await at(page, `theme-${theme}`).click();
    for (const [width, height] of sizes) {
      await app.evaluate(({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h), [width, height] as const);
      await page.waitForFunction((wanted) => innerWidth === wanted, width);
      await quiet(page);
      await page.screenshot({ path: path.join(folder, `window-${language}-${theme}-${width}.png`) });
    }
  }
  await running.close();
}
process.exit(0);
