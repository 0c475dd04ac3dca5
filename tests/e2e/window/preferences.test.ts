import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { at, openByDialog, quiet } from './gestures.ts';
import { answerSaveDialog, launchApp } from './harness.ts';

const sample = path.resolve('test-data', 'samples', 'simulated-cik.fcs');

it('hold for the session above the person, the person above the computer, and are there at the next start', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'lymphoscope-preferences-'));
  const computer = path.join(folder, 'preferences.json');
  await writeFile(computer, '{"ramp":"cividis","theme":"dark","plot":"contour"}');
  process.env['LYMPHOSCOPE_PREFERENCES'] = computer;
  try {
    const first = await launchApp({ userFolder: folder });
    const { page } = first;
    const ramp = () => at(page, 'ramp').getAttribute('data-value');
    const level = (name: string) => at(page, `preference-level-${name}`).innerText();
    await openByDialog(first, [sample]);
    await quiet(page);
    expect([await ramp(), await page.locator('html').getAttribute('data-theme')]).toEqual(['cividis', 'dark']);
    expect(await at(page, 'plot-contour').getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press('Control+,');
    expect(await level('ramp')).toBe('set for this computer');
    await at(page, 'preference-ramp-viridis').click();
    expect([await level('ramp'), await ramp()]).toEqual(['set by you', 'viridis']);
    await at(page, 'preference-name').fill('検査 花子');
    await at(page, 'preference-name').press('Enter');
    await at(page, 'preference-labels-count').check();
    await at(page, 'preferences-session').click();
    await at(page, 'preference-ramp-classic').click();
    expect([await level('ramp'), await ramp()]).toEqual(['set by this session', 'classic']);
    await page.keyboard.press('Escape');
    // what a person does now is written with the own name
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+y');
    await quiet(page);
    const session = path.join(folder, 'one.lymphoscope');
    await answerSaveDialog(first, session);
    await page.keyboard.press('Control+s');
    const saved = () => readFile(session, 'utf8').catch(() => '');
    await expect.poll(async () => (await saved()).includes('"preferences":{"ramp":"classic"}')).toBe(true);
    expect((await saved()).includes('"by":"検査 花子 (')).toBe(true);
    await expect.poll(() => existsSync(path.join(folder, 'autosave.lymphoscope'))).toBe(false);
    await first.close();

    const second = await launchApp({ userFolder: folder, args: [session] });
    await quiet(second.page);
    await expect.poll(() => at(second.page, 'ramp').getAttribute('data-value')).toBe('classic');
    await second.page.keyboard.press('Control+,');
    await at(second.page, 'preferences-session').click();
    await at(second.page, 'preference-reset-ramp').click();
    expect(await at(second.page, 'ramp').getAttribute('data-value')).toBe('viridis');
    await at(second.page, 'preferences-own').click();
    expect(await at(second.page, 'preference-name').inputValue()).toBe('検査 花子');
    await at(second.page, 'preference-reset-ramp').click();
    expect(await at(second.page, 'ramp').getAttribute('data-value')).toBe('cividis');
    expect(second.complaints).toEqual([]);
    await second.close();
  } finally {
    delete process.env['LYMPHOSCOPE_PREFERENCES'];
    await rm(folder, { recursive: true, force: true });
  }
});
