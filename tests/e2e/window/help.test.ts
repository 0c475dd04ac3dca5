import { expect, it } from 'vitest';
import { at } from './gestures.ts';
import { launchApp } from './harness.ts';

it.each(['en', 'ja'] as const)('the guides are read and searched inside the window, %s', async (language) => {
  const running = await launchApp({ language });
  const { page } = running;
  await page.keyboard.press('F1');
  const body = at(page, 'guide-body');
  await body.waitFor();
  expect(await body.locator('h2').innerText()).toBe(language === 'en' ? 'The window' : 'ウィンドウの使い方');
  await at(page, 'guide-compensation').click();
  await expect.poll(() => body.locator('h2').innerText()).toMatch(language === 'en' ? /ompensation/ : /補正/);
  expect(await body.locator('table').count()).toBeGreaterThan(0);
  await at(page, 'guide-search').fill(language === 'en' ? 'Levey-Jennings' : '対照検体のゲート位置');
  await expect.poll(() => at(page, 'guide-hit').count()).toBeGreaterThan(0);
  await at(page, 'guide-hit').first().click();
  // the heading that was found is in sight
  await expect
    .poll(() =>
      body.evaluate((element) =>
        [...element.querySelectorAll('[data-anchor]')].some((heading) => {
          const { top } = heading.getBoundingClientRect();
          return Math.abs(top - element.getBoundingClientRect().top) < 60;
        }),
      ),
    )
    .toBe(true);
  await at(page, 'guide-search').fill('');
  await at(page, 'guide-automatic-gating').click();
  await body.locator('.guide-link').first().click();
  await expect.poll(() => body.locator('h2').innerText()).not.toMatch(/^(Automatic|自動)/);
  expect(running.complaints).toEqual([]);
  await running.close();
});
