import path from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, openByDialog, quiet, sampleRow } from './gestures.ts';
import { launchApp, type RunningApp } from './harness.ts';

/* What a screen reader hears of whatever opens: at every step one item has the focus or is named as the active one. LYMPHO_PICTURES names a
   folder for pictures. */

const sample = path.resolve('test-data', 'samples', 'simulated-cik.fcs');

describe.each([
  { language: 'en', theme: 'light' },
  { language: 'ja', theme: 'dark' },
  { language: 'en', theme: 'contrast' },
] as const)('walked by arrows ($language, $theme)', ({ language, theme }) => {
  let running: RunningApp;
  let page: Page;
  beforeAll(async () => {
    running = await launchApp({ language });
    page = running.page;
    await openByDialog(running, [sample]);
    await at(page, 'theme').click();
    await at(page, `theme-${theme}`).click();
    await at(page, 'population-Singlets/Live/Lymphocytes/NK').click();
    await quiet(page);
    await page.evaluate(axe.source);
  });
  afterAll(() => running.close());

  it('a menu at a button', async () => {
    await at(page, 'language').focus();
    await page.keyboard.press('Enter');
    expect(await active(page)).toBe('menuitemradio language-en');
    expect(await walk(page, 1)).toEqual(['menuitemradio language-ja']);
    await inspect('menu-button');
    await page.keyboard.press('Escape');
    expect(await active(page)).toBe(' language');
  });

  it('a menu at a row', async () => {
    await sampleRow(page, 0).click({ button: 'right' });
    expect(await walk(page, 3)).toEqual(['menuitem menu-plots', 'menuitem menu-details', 'menuitem menu-edit-metadata']);
    await inspect('menu-row');
    await page.keyboard.press('Escape');
    expect(await active(page)).toBe('option sample-row-0');
    await at(page, 'population-Singlets/Live/Lymphocytes/NK').click({ button: 'right' });
    await inspect('menu-population');
    expect(await walk(page, 3)).toEqual(['menuitem menu-open', 'menuitem menu-rename', 'menuitem menu-cut']);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect.poll(() => active(page)).toBe(' rename-population');
    await page.keyboard.press('Escape');
  });

  it('a select', async () => {
    await at(page, 'ramp').focus();
    expect(await walk(page, 1)).toEqual(['option menu-viridis']);
    expect(await walk(page, 2)).toEqual(['option menu-cividis', 'option menu-classic']);
    await inspect('select');
    await page.keyboard.press('Enter');
    expect(await active(page)).toBe('combobox ramp');
    // letters take up tools as soon as it is closed
    await page.keyboard.press('v');
    expect(await at(page, 'ramp').getAttribute('data-value')).toBe('classic');
    await page.keyboard.press('r');
    expect(await at(page, 'tool-rectangle').getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press('v');
  });

  it('a popover with channels', async () => {
    await page.locator('.tile').nth(1).locator('[data-testid="axis-x"]').click();
    await at(page, 'channel-menu').waitFor();
    for (const step of await walk(page, 3)) expect(step).toMatch(/^option channel-./);
    await inspect('popover');
    await at(page, 'channel-search').fill('cd5');
    expect(await active(page)).toMatch(/^option channel-CD5/);
    await page.keyboard.press('Escape');
    expect(await at(page, 'channel-search').inputValue()).toBe('');
    await page.keyboard.press('Escape');
    await at(page, 'channel-menu').waitFor({ state: 'detached' });
    expect(await active(page)).toBe(' axis-x');
  });

  it('the palette', async () => {
    await page.keyboard.press('Control+k');
    expect(await active(page)).toBe('option palette-file.open-samples');
    expect(await walk(page, 2)).toEqual(['option palette-file.open-simulated', 'option palette-file.new-session']);
    await inspect('palette');
    await at(page, 'palette-search').fill(language === 'en' ? '監査' : 'audit');
    expect(await active(page)).toBe('option palette-edit.audit');
    await at(page, 'palette-search').fill('zzzz');
    expect(await active(page)).toBe('combobox palette-search');
    await inspect('palette-none');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await at(page, 'shortcuts').waitFor();
    await inspect('shortcuts');
    await page.keyboard.press('Escape');
  });

  it('without a complaint of the page, its security policy among them', () => expect(running.complaints).toEqual([]));

  /** No rule of axe is broken by what is open now; what floats stands outside of the landmarks. */
  async function inspect(name: string): Promise<void> {
    const pictures = process.env['LYMPHO_PICTURES'];
    if (pictures !== undefined) await page.screenshot({ path: path.join(pictures, `heard-${name}-${language}-${theme}.png`) });
    const broken = await page.evaluate(async () => {
      const { run } = Reflect.get(globalThis, 'axe') as typeof axe;
      const { violations } = await run(document, { rules: { region: { enabled: false } } });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
      );
    });
    expect(broken, name).toEqual([]);
  }
});

/** Role and test id of what has the focus, or of the option that it names as active. */
const active = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const focused = document.activeElement;
    const named = focused?.getAttribute('aria-activedescendant');
    const element = named == null ? focused : document.getElementById(named);
    return `${element?.getAttribute('role') ?? ''} ${element?.getAttribute('data-testid')}`;
  });

/** What is active after each of some presses of ArrowDown. */
async function walk(page: Page, steps: number): Promise<readonly string[]> {
  const heard: string[] = [];
  for (let i = 0; i < steps; i++) {
    await page.keyboard.press('ArrowDown');
    heard.push(await active(page));
  }
  return heard;
}
