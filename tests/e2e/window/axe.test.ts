import path from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { themeNames } from '../../../core/contract/preferences.ts';
import { launchApp, type RunningApp } from './harness.ts';
import { fillWindow, goTo, leave, places, show } from './whole-window.ts';

/* No rule of axe is broken on any page or dialog; what depends on colours is looked at in every theme. LYMPHO_PICTURES names a folder. */

let running: RunningApp;
beforeAll(async () => {
  running = await launchApp({ language: 'en' });
  await fillWindow(running);
  await running.page.evaluate(axe.source);
});
afterAll(() => running?.close());

describe.each(themeNames)('in the theme %s', (theme) => {
  it.each(places.map((place) => [place.name, place] as const))('%s', async (name, place) => {
    const { page } = running;
    await show(page, { view: { theme } });
    await goTo(page, place);
    const pictures = process.env['LYMPHO_PICTURES'];
    if (pictures !== undefined) await page.screenshot({ path: path.join(pictures, `axe-${theme}-${name.replaceAll(/\W+/g, '-')}.png`) });
    expect(await broken(page, place.within, theme === themeNames[0])).toEqual([]);
    await leave(page);
  });
});

it('without a complaint of the page', () => expect(running.complaints).toEqual([]));

const broken = (page: Page, within: string, whole: boolean): Promise<readonly string[]> =>
  page.evaluate(
    async ([selector, all]) => {
      const { run } = Reflect.get(globalThis, 'axe') as typeof axe;
      // what floats stands outside of the landmarks
      const rules = { region: { enabled: selector === 'body' } };
      const { violations } = await run(selector, all ? { rules } : { runOnly: ['color-contrast', 'link-in-text-block'] });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
      );
    },
    [within, whole] as const,
  );
