import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication } from 'playwright-core';
import { at, openByDialog, quiet, tileOf } from '../e2e/window/gestures.ts';
import { answerOpenDialog, launchApp } from '../e2e/window/harness.ts';
import { engineProtocol } from './engine-protocol.ts';
import { beginFloor, type DragMoments, dragCount, dragMoments, firstPicture, watchDrag } from './window-drag-parts.ts';

export interface DraggedWindow {
  /** Of the moves of the mouse after the first, by move. */
  readonly moments: readonly DragMoments[];
  /** From the first move, at once after the press, to the end of the first frame that follows it, ms. */
  readonly first: number;
  /** From the first move until a plot below shows its first events or all of them, ms. */
  readonly firstPicture: number;
  /** What the first move takes of all processors in the page with its workers, ms. */
  readonly firstCpu: number;
  /** The same for a page that answers a move by changing one number at once: no answer can be quicker, ms. */
  readonly floor: readonly number[];
  /** What a move after the first takes of all processors, by process (the page with its workers, the compositor, the rest), ms. */
  readonly cpu: { readonly page: number; readonly compositor: number; readonly rest: number };
}

const MOVES = 60;
const FLOORS = 30;
/** Of the circle that the mouse goes around, px: about 3 px from move to move. */
const RADIUS = 30;
/** Plots below the root gate that stay in sight. */
const SHOWN = ['', 'Cells', 'Cells/Level'];

/** The gate of the engine's bench in the real window: a root polygon with 20 vertices, 10 populations and 2 plots below it. */
export async function measureWindowDrag(file: string, folder: string, picture?: string): Promise<DraggedWindow> {
  const protocol = engineProtocol(readFileSync(path.resolve('core', 'study', 'protocol', 'nk-t.json'), 'utf8'));
  const protocolFile = path.join(folder, 'engine.json');
  writeFileSync(protocolFile, JSON.stringify(protocol));
  const running = await launchApp();
  const { page, app } = running;
  try {
    await openByDialog(running, [file]);
    await answerOpenDialog(running, [protocolFile]);
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('file.import-gates')?.click());
    await at(page, 'population-Cells').waitFor({ timeout: 60_000 });
    await quiet(page);
    if ((await at(page, 'interchange-close').count()) > 0) await at(page, 'interchange-close').click();
    await closeOtherTiles();
    await quiet(page);
    const frame = await tileOf(page, '').locator('.tile-frame').boundingBox();
    if (frame === null) throw new Error('no plot');
    const centre = [frame.x + 0.34 * frame.width, frame.y + 0.7 * frame.height] as const;
    await page.mouse.move(...centre);
    await watchDrag(page, 'Cells');
    const used: Cpu[] = [await cpuOf(app)];
    await page.mouse.down();
    for (let i = 1; i <= MOVES + 1; i++) {
      const turn = (2 * Math.PI * i) / MOVES;
      // not back to where it was: every move changes every count
      await page.mouse.move(centre[0] + RADIUS * Math.sin(turn) + 0.02 * i, centre[1] + RADIUS * (1 - Math.cos(turn)));
      await dragCount(page, i);
      if (i === 1) used.push(await cpuOf(app));
      if (i === MOVES / 2 && picture !== undefined) await page.screenshot({ path: picture });
    }
    const [pressed, before] = [used[0]!, used[1]!];
    const after = await cpuOf(app);
    const perMove = (part: keyof Cpu) => (after[part] - before[part]) / MOVES;
    const seen = await firstPicture(page);
    const [first, ...moments] = await dragMoments(page);
    await page.mouse.up();
    await quiet(page);
    if (picture !== undefined) await page.screenshot({ path: picture.replace('.png', '-released.png') });
    await beginFloor(page);
    for (let i = 1; i <= FLOORS; i++) {
      await page.mouse.move(centre[0] + i, centre[1]);
      await dragCount(page, i);
    }
    return {
      moments,
      floor: (await dragMoments(page)).map(({ moved, drawn }) => drawn - moved),
      first: first === undefined ? Number.NaN : first.drawn - first.moved,
      firstPicture: seen,
      firstCpu: before.page - pressed.page,
      cpu: { page: perMove('page'), compositor: perMove('compositor'), rest: perMove('rest') },
    };
  } finally {
    await running.close();
  }

  async function closeOtherTiles(): Promise<void> {
    const wanted = await Promise.all(SHOWN.map((population) => tileOf(page, population).getAttribute('data-testid')));
    const tiles = page.locator('.tile');
    for (let i = (await tiles.count()) - 1; i >= 0; i--)
      if (!wanted.includes(await tiles.nth(i).getAttribute('data-testid'))) await tiles.nth(i).getByTestId('close-tile').click();
  }
}

type Cpu = DraggedWindow['cpu'];

/** Since the start of the app, ms. */
async function cpuOf(app: ElectronApplication): Promise<Cpu> {
  const metrics = await app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().map(({ type, cpu }) => ({ type, seconds: cpu.cumulativeCPUUsage ?? 0 })),
  );
  const sum = (isOf: (type: string) => boolean) =>
    1000 * metrics.reduce((total, { type, seconds }) => total + (isOf(type) ? seconds : 0), 0);
  return {
    page: sum((type) => type === 'Tab'),
    compositor: sum((type) => type === 'GPU'),
    rest: sum((type) => type !== 'Tab' && type !== 'GPU'),
  };
}
