import { existsSync, writeFileSync } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { encodeFcs } from '../../../core/data/fcs/write/write.ts';
import type { Plate } from '../../../core/study/killing/plate.ts';
import { simulateFlowPlate, strongKillers } from '../../../test-data/simulate-flow-plate.ts';
import { jsonOf, runCli } from '../../cli/run-cli.ts';
import { at, openByDialog, waitForSamples } from './gestures.ts';
import { answerOpenDialog, answerSaveDialog, launchApp } from './harness.ts';

const pictures = process.env['PICTURES'];
const picture = async (page: Page, name: string) => {
  if (pictures !== undefined) await page.screenshot({ path: path.join(pictures, `${name}.png`) });
};

const assay = {
  ...{ format: 'lymphoscope-assay', version: 1, name: 'K562 release', revision: 1, target: 'K562', readout: 'calcein' },
  ...{ injured: 'release', hours: 4, effector: 'viable', targetsPerWell: 10_000 },
};
/** S, M and three E:T in triplicate, as a reader would show them. */
const block = [
  [410, 395, 402, 2010, 1985, 2033],
  [1404, 1380, 1432, 0, 0, 0],
  [1121, 1090, 1144, 0, 0, 0],
  [812, 797, 840, 0, 0, 0],
];
const readings = block.map((row) => row.filter((value) => value > 0));

async function select(page: Page, testId: string, label: string): Promise<void> {
  await at(page, testId).click();
  await page.getByRole('option', { name: label, exact: true }).click();
}

/** Chooses wells by the mouse, from one to another. */
async function drag(page: Page, from: string, to: string): Promise<void> {
  await at(page, `well-${from}`).scrollIntoViewIfNeeded();
  const boxOf = async (well: string) => (await at(page, `well-${well}`).boundingBox())!;
  const [a, b] = [await boxOf(from), await boxOf(to)];
  await page.mouse.move(a.x + a.width / 2, a.y + a.height / 2);
  await page.mouse.down();
  await page.mouse.move(b.x + b.width / 2, b.y + b.height / 2, { steps: 5 });
  await page.mouse.up();
}

/** Chooses wells by keys alone, from the first well of the plate on. */
async function keys(page: Page, down: number, right: number, rows: number, columns: number): Promise<void> {
  await page.locator('.plate-well[tabindex="0"]').focus();
  for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowLeft');
  for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowUp');
  for (let i = 0; i < down; i++) await page.keyboard.press('ArrowDown');
  for (let i = 0; i < right; i++) await page.keyboard.press('ArrowRight');
  for (let i = 1; i < rows; i++) await page.keyboard.press('Shift+ArrowDown');
  for (let i = 1; i < columns; i++) await page.keyboard.press('Shift+ArrowRight');
}

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    document.querySelector('.plate-well[tabindex="0"]')?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  }, text);
}

const lysisOf = (page: Page) =>
  page
    .locator('[data-testid="killing-document"] table')
    .first()
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent?.trim() ?? '')));

it.each(['mouse', 'keys'] as const)(
  'a plate is laid out and read by %s, and says what the command line says',
  async (by) => {
    const language = by === 'mouse' ? 'ja' : 'en';
    const words =
      language === 'ja'
        ? { alone: '標的細胞のみ', maximum: '最大遊離', test: '試験' }
        : { alone: 'targets alone', maximum: 'maximum release', test: 'test' };
    const folder = await mkdtemp(path.join(tmpdir(), 'lymphoscope-killing-'));
    const running = await launchApp({ language });
    const { page } = running;
    // keys are heard once the window is drawn
    await at(page, 'open-files').waitFor();
    await page.keyboard.press('Control+Shift+l');
    await at(page, 'plate-new').click();
    await at(page, 'effector-add').click();
    await at(page, 'effector-0-id').fill('ANK');
    await at(page, 'effector-0-id').press('Enter');
    await at(page, 'effector-0-lot').fill('L-1');
    await at(page, 'effector-0-lot').press('Enter');
    await at(page, 'effector-0-nkOfViable').fill('90');
    await at(page, 'effector-0-nkOfViable').press('Enter');
    const definition = path.join(folder, 'assay.json');
    writeFileSync(definition, JSON.stringify(assay));
    await answerOpenDialog(running, [definition]);
    await at(page, 'assay-open').click();
    await expect.poll(() => at(page, 'assay-name').inputValue()).toBe('K562 release');
    // a definition that is half typed waits while another page is looked at
    await at(page, 'assay-target').fill('K5');
    await page.keyboard.press('Control+9');
    await at(page, 'residual').waitFor();
    await page.keyboard.press('Control+Shift+l');
    expect(await at(page, 'assay-target').inputValue()).toBe('K5');
    await at(page, 'assay-target').fill('K562');
    const choose = async (from: string, to: string, at: readonly [number, number, number, number]) =>
      by === 'mouse' ? drag(page, from, to) : keys(page, ...at);
    await choose('A1', 'A3', [0, 0, 1, 3]);
    await select(page, 'well-role', words.alone);
    await choose('A4', 'A6', [0, 3, 1, 3]);
    await select(page, 'well-role', words.maximum);
    await choose('B1', 'D3', [1, 0, 3, 3]);
    await select(page, 'well-role', words.test);
    await select(page, 'well-effector', 'ANK');
    await at(page, 'well-ratio').fill('20 / 2');
    await at(page, 'well-ratio').press('Enter');
    await choose('A1', 'A1', [0, 0, 1, 1]);
    await paste(page, readings.map((row) => row.join('\t')).join('\n'));
    await expect.poll(() => page.locator('[data-testid="killing-document"]').count()).toBe(1);
    const shown = await lysisOf(page);
    await picture(page, `killing-${by}`);

    const file = path.join(folder, 'plate.json');
    await answerSaveDialog(running, file);
    await at(page, 'plate-save').click();
    await expect.poll(() => existsSync(file)).toBe(true);
    const told = jsonOf(runCli(['cytotoxicity', file, '--json'])) as unknown as {
      readonly plates: readonly {
        readonly effectors: readonly { readonly rows: readonly { readonly lysis: { readonly value: number } }[] }[];
      }[];
    };
    const lysis = told.plates[0]?.effectors[0]?.rows.map((row) => row.lysis.value.toFixed(1));
    expect(lysis).toHaveLength(3);
    expect(shown.map((row) => row[5])).toEqual(lysis);
    expect(shown.map((row) => Number(row[1] === '–' ? row[2] : row[1]))).toEqual([20, 10, 5]);

    // a well is left out with a reason, undone, and the plate is printed
    await choose('B1', 'B1', [1, 0, 1, 1]);
    await at(page, 'well-out').fill('気泡');
    await at(page, 'well-out').press('Enter');
    await expect.poll(() => lysisOf(page)).not.toEqual(shown);
    await page.keyboard.press('Control+z');
    await expect.poll(() => lysisOf(page)).toEqual(shown);
    const pdf = path.join(folder, 'plate.pdf');
    await answerSaveDialog(running, pdf);
    await at(page, 'plate-pdf').click();
    await expect.poll(() => existsSync(pdf), { timeout: 20_000 }).toBe(true);
    if (pictures !== undefined) await copyFile(pdf, path.join(pictures, `killing-${by}.pdf`));

    // it is kept with the session, and opened from its file again
    const session = path.join(folder, 'one.lymphoscope');
    await answerSaveDialog(running, session);
    await page.keyboard.press('Control+s');
    await expect.poll(() => existsSync(session)).toBe(true);
    expect(runCli(['session', 'check', session]).code).toBe(0);
    await answerOpenDialog(running, [file]);
    await at(page, 'plate-open').click();
    await expect.poll(() => lysisOf(page)).toEqual(shown);
    await at(page, 'killing-method').click();
    await expect.poll(() => at(page, 'killing-document').count()).toBe(1);
    await picture(page, `killing-compared-${by}`);
    expect(running.complaints).toEqual([]);
    await running.close();
    await rm(folder, { recursive: true, force: true });
  },
  120_000,
);

it("what is typed of a well is the well's, though another is pressed before it is taken", async () => {
  const running = await launchApp({ language: 'ja' });
  const { page } = running;
  // keys are heard once the window is drawn
  await at(page, 'open-files').waitFor();
  await page.keyboard.press('Control+Shift+l');
  await at(page, 'plate-new').click();
  const textOf = (well: string) => at(page, `well-${well}`).innerText();
  await at(page, 'well-A1').click();
  await at(page, 'well-signal').fill('410');
  await at(page, 'well-A2').click();
  await at(page, 'well-signal').fill('395');
  await at(page, 'well-ratio').fill('４０／２');
  await at(page, 'well-A3').click();
  await expect.poll(() => textOf('A2')).toContain('395');
  expect([await textOf('A1'), await textOf('A2'), await textOf('A3')]).toEqual(['試験\n410', '試験\n40:1\n395', '']);
  await at(page, 'well-A1').click();
  await at(page, 'well-out').fill('気泡');
  await at(page, 'well-A2').click();
  await expect.poll(() => at(page, 'well-A1').getAttribute('class')).toContain('is-out');
  expect(await at(page, 'well-A2').getAttribute('class')).not.toContain('is-out');
  // a new effector never takes over the wells of one that was removed
  await at(page, 'effector-add').click();
  await select(page, 'well-effector', 'E1');
  await page.getByTitle('効果細胞E1を削除').click();
  expect(await at(page, 'well-effector').innerText()).toContain('E1(削除済み)');
  await at(page, 'effector-add').click();
  expect(await at(page, 'effector-0-id').inputValue()).not.toBe('E1');
  await at(page, 'plate-date').fill('令和8年6月1日');
  await at(page, 'plate-date').press('Enter');
  await expect.poll(() => at(page, 'plate-date').inputValue()).toBe('2026-06-01');
  // that the last plate was taken out of a session is saved, too
  const folder = await mkdtemp(path.join(tmpdir(), 'lymphoscope-emptied-'));
  const session = path.join(folder, 'one.lymphoscope');
  await answerSaveDialog(running, session);
  await page.keyboard.press('Control+s');
  const head = () => page.locator('header').first().innerText();
  await expect.poll(head).not.toContain('未保存');
  await at(page, 'plate-remove').click();
  await expect.poll(head).toContain('未保存');
  await page.keyboard.press('Control+s');
  await expect.poll(head).not.toContain('未保存');
  expect(runCli(['session', 'check', session]).code).toBe(0);
  expect(running.complaints).toEqual([]);
  await running.close();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

it('50 plates are compared without a long block, and one by another definition is refused by its field', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'lymphoscope-plates-'));
  const plate = (lot: number, hours: number): Plate => ({
    ...{ format: 'lymphoscope-plate', version: 1, name: `P${lot}`, size: 96 },
    assay: { ...assay, hours, hoursTolerance: 0.25, units: [20, 30] } as NonNullable<Plate['assay']>,
    effectors: [{ id: 'E', lot: `L${lot}`, method: lot % 2 === 0 ? 'ANK' : 'LAK', basis: 'viable', nkOfViable: lot % 2 === 0 ? 90 : 30 }],
    wells: [
      ...[410, 395, 402].map((signal, i) => ({ well: `A${i + 1}`, role: 'target-alone' as const, signal: signal + lot })),
      ...[2010, 1985, 2033].map((signal, i) => ({ well: `A${i + 4}`, role: 'maximum' as const, signal: signal + 2 * lot })),
      ...readings.slice(1).flatMap((row, r) =>
        row.map((signal, c) => ({
          well: `${'BCD'[r]}${c + 1}`,
          role: 'test' as const,
          effector: 'E',
          et: 20 / 2 ** r,
          signal: signal - (lot % 2) * 150 + lot,
        })),
      ),
    ],
  });
  const running = await launchApp();
  const { page } = running;
  // keys are heard once the window is drawn
  await at(page, 'open-files').waitFor();
  await page.keyboard.press('Control+Shift+l');
  const file = path.join(folder, 'plate.json');
  await answerOpenDialog(running, [file]);
  for (let lot = 0; lot < 50; lot++) {
    writeFileSync(file, JSON.stringify(plate(lot, 4)));
    await at(page, 'plate-open').click();
    await expect.poll(() => at(page, 'killing-plate').innerText()).toContain(`P${lot}`);
  }
  await page.evaluate(() => {
    const longest = { ms: 0 };
    Reflect.set(globalThis, 'longest', longest);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest.ms = Math.max(longest.ms, duration);
    }).observe({ entryTypes: ['longtask'] });
  });
  await at(page, 'killing-method').click();
  await expect.poll(() => at(page, 'killing-document').count()).toBe(1);
  const longest = await page.evaluate(() => Reflect.get(Reflect.get(globalThis, 'longest') as object, 'ms') as number);
  process.stdout.write(`${JSON.stringify({ plates: 50, 'longest block, ms': Math.round(longest) })}\n`);
  await picture(page, 'killing-fifty');
  writeFileSync(file, JSON.stringify(plate(50, 16)));
  await at(page, 'plate-open').click();
  await expect.poll(() => at(page, 'killing-plate').innerText()).toContain('P50');
  await at(page, 'killing-method').click();
  await expect.poll(() => at(page, 'killing-refused').innerText()).toMatch(/hours/);
  await running.close();
  await rm(folder, { recursive: true, force: true });
}, 180_000);

it('FCS files of a session are counted into the wells of a plate, as on the command line', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'lymphoscope-wells-'));
  const { plate, files } = simulateFlowPlate({
    ...{ name: 'wells', seed: 2, readout: 'dead-fraction', killers: strongKillers(2).slice(0, 1), ratios: [5, 2.5] },
    ...{ replicates: 1, controls: 2, targets: 1000, transfer: 0.05, conjugates: 0.1, lost: 0.5 },
  });
  const paths = files.map(({ name, content }) => {
    writeFileSync(path.join(folder, name), encodeFcs(content));
    return path.join(folder, name);
  });
  const file = path.join(folder, 'plate.json');
  writeFileSync(file, JSON.stringify(plate));
  const running = await launchApp({ language: 'ja' });
  const { page } = running;
  await at(page, 'open-files').waitFor();
  await openByDialog(running, paths);
  await waitForSamples(page, paths.length);
  await page.keyboard.press('Control+Shift+l');
  await answerOpenDialog(running, [file]);
  await at(page, 'plate-open').click();
  await at(page, 'plate-fcs').click();
  await expect.poll(async () => (await lysisOf(page)).length, { timeout: 120_000 }).toBe(4);
  const told = jsonOf(runCli(['cytotoxicity', file, '--json'])) as unknown as {
    readonly plates: readonly {
      readonly effectors: readonly {
        readonly rows: readonly {
          readonly lysis: { readonly value: number };
          readonly other: { readonly lysis: { readonly value: number } };
        }[];
      }[];
    }[];
  };
  const lysis = told.plates[0]!.effectors[0]!.rows.flatMap((row) => [row.lysis, row.other.lysis]).map(({ value }) => value.toFixed(1));
  expect((await lysisOf(page)).map((row) => row[5]!.replace('−', '-'))).toEqual(lysis);
  expect(await at(page, 'killing-document').innerText()).toContain('死んだ標的細胞が崩壊しています');
  await picture(page, 'killing-wells-ja');
  await at(page, 'killing-document').locator('svg, canvas, figure').last().scrollIntoViewIfNeeded();
  await picture(page, 'killing-wells-plots-ja');
  await page.keyboard.press('Control+z');
  await expect.poll(() => at(page, 'killing-document').innerText(), { timeout: 20_000 }).not.toContain('死んだ標的細胞が崩壊しています');
  expect(running.complaints).toEqual([]);
  await running.close();
  await rm(folder, { recursive: true, force: true });
}, 240_000);
