import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleFile } from '../../cli/run-cli.ts';
import { at, openByDialog, quiet, shownCount } from './gestures.ts';
import { answerSaveDialog, launchApp, type RunningApp } from './harness.ts';

let running: RunningApp;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lymphoscope-figures-'));
  running = await launchApp();
  await openByDialog(running, [sampleFile('simulated-expanded-nk.fcs')]);
  await quiet(running.page);
});
afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true });
});

const command = (id: string): Promise<void> =>
  running.app.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click(), id);

/** The active plot as a file. */
async function exported(format: 'png' | 'svg' | 'pdf', name = `figure.${format}`): Promise<Buffer> {
  const { page } = running;
  const file = path.join(folder, name);
  await answerSaveDialog(running, file);
  await command('file.export-figure');
  await at(page, `figure-${format}`).click();
  if (format === 'png') await at(page, 'figure-dpi-150').click();
  await at(page, 'figure-save').click();
  await page.locator('[data-testid="status"]', { hasText: name }).waitFor();
  return readFile(file);
}

/** Part of the pixels in which two pictures differ to the eye, and their size, by the browser. */
const compared = (svg: string, png: string) =>
  running.page.evaluate(
    async ([one, other]) => {
      const load = async (address: string) => {
        const image = new Image();
        image.src = address;
        await image.decode();
        return image;
      };
      const [first, second] = [await load(one!), await load(other!)];
      const [width, height] = [second.naturalWidth, second.naturalHeight];
      const pixels = (image: HTMLImageElement) => {
        const canvas = document.createElement('canvas');
        canvas.width = width;
        canvas.height = height;
        const context = canvas.getContext('2d')!;
        context.drawImage(image, 0, 0, width, height);
        return context.getImageData(0, 0, width, height).data;
      };
      const [a, b] = [pixels(first), pixels(second)];
      let apart = 0;
      let inked = 0;
      for (let i = 0; i < a.length; i += 4) {
        if (Math.abs(a[i]! - b[i]!) + Math.abs(a[i + 1]! - b[i + 1]!) + Math.abs(a[i + 2]! - b[i + 2]!) > 200) apart++;
        if (b[i]! + b[i + 1]! + b[i + 2]! < 700) inked++;
      }
      return { width, height, apart: apart / (a.length / 4), inked: inked / (a.length / 4) };
    },
    [svg, png],
  );

describe('a figure', () => {
  it('leaves as SVG and as PNG that show the same, with what the screen says', async () => {
    const { page } = running;
    await at(page, 'tile-Singlets/Live/Lymphocytes-CD3-CD56')
      .getByTestId('surface')
      .click({ position: { x: 222, y: 20 } });
    const svg = (await exported('svg')).toString('utf8');
    for (const word of ['CD3 :: Comp-FITC-A', 'CD56 :: Comp-PE-A', 'NKT-like', 'Lymphocytes', 'events']) expect(svg).toContain(word);
    const count = await shownCount(page, 'Singlets/Live/Lymphocytes/NK');
    const parent = await shownCount(page, 'Singlets/Live/Lymphocytes');
    expect(svg).toContain(`${((100 * count) / parent).toFixed(1)}%`);
    const png = await exported('png');
    const { width, height, apart, inked } = await compared(
      `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`,
      `data:image/png;base64,${png.toString('base64')}`,
    );
    // 90 mm at 150 dots an inch
    expect([width, height]).toEqual([531, 531]);
    expect(inked).toBeGreaterThan(0.02);
    expect(apart).toBeLessThan(0.01);
  });

  it('leaves as PDF, and to the clipboard', async () => {
    const pdf = await exported('pdf');
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await running.page.bringToFront();
    await command('edit.copy-figure');
    await running.page.locator('[data-testid="status"]', { hasText: 'clipboard' }).waitFor();
    const formats = await running.app.evaluate(({ clipboard }) =>
      (clipboard as unknown as { readonly availableFormats: () => readonly string[] }).availableFormats(),
    );
    expect(formats).toContain('image/png');
  });

  it('is narrower or wider as is asked, within what a page can hold', async () => {
    const { page } = running;
    await command('file.export-figure');
    const field = at(page, 'figure-width');
    await field.fill('9000');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await field.fill('180');
    await field.press('Tab');
    if (process.env['LYMPHO_PICTURES']) await page.screenshot({ path: path.join(process.env['LYMPHO_PICTURES'], 'figure-dialog.png') });
    const png = await exportedFromOpen('wide.png');
    const { width } = await compared(`data:image/png;base64,${png.toString('base64')}`, `data:image/png;base64,${png.toString('base64')}`);
    expect(width).toBe(Math.round((180 / 25.4) * 300));
  });
});

describe('a chart of another page', () => {
  it.each([
    ['Control+2', 'composition', 'expanded-nk'],
    ['Control+4', 'quality', ''],
    ['Control+3', 'culture', ''],
  ])('leaves by %s as SVG and PNG that show something', async (key, name, word) => {
    const { page } = running;
    await page.keyboard.press(key);
    await page.locator('main svg[role="img"], main .js-plotly-plot .main-svg').first().waitFor({ timeout: 60_000 });
    await quiet(page);
    const svg = (await exported('svg', `${name}.svg`)).toString('utf8');
    expect(svg).toContain('<svg');
    expect(svg).toContain(word);
    const png = await exported('png', `${name}.png`);
    const address = `data:image/png;base64,${png.toString('base64')}`;
    const { width, inked } = await compared(address, address);
    expect(width).toBe(531);
    expect(inked).toBeGreaterThan(0.001);
    if (process.env['LYMPHO_PICTURES']) await writeFile(path.join(process.env['LYMPHO_PICTURES'], `chart-${name}.png`), png);
  });
});

async function exportedFromOpen(name: string): Promise<Buffer> {
  const file = path.join(folder, name);
  await answerSaveDialog(running, file);
  await at(running.page, 'figure-save').click();
  await running.page.locator('[data-testid="status"]', { hasText: name }).waitFor();
  return readFile(file);
}
