import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication } from 'playwright-core';
import { at, openByDialog, quiet, tileOf } from '../e2e/window/gestures.ts';
import { answerOpenDialog, launchApp } from '../e2e/window/harness.ts';
import { engineProtocol } from './engine-protocol.ts';
import {
  beginFloor,
  type DragMoments,
  dragCount,
  dragMoments,
  firstExactNumber,
  firstPicture,
  longestBlock,
  releaseAndWatch,
  watchDrag,
} from './window-drag-parts.ts';

export interface DraggedWindow {
  /** Of the moves of the mouse that all events answered, after the first of them, by move. */
  readonly moments: readonly DragMoments[];
  /** From the first move, at once after the press, to the end of the first frame that follows it, ms. */
  readonly first: number;
  /** From a move that the first events answered to the end of its frame, ms. */
  readonly about: readonly number[];
  /** From the first move to the end of the frame in which the exact number stands, ms. */
  readonly firstExact: number;
  /** From letting go until the exact number of the last place stands, and stays, ms. */
  readonly release: number;
  /** The longest time in which the page could do nothing else, from the press to the release, ms. */
  readonly block: number;
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
    // a hand comes later than the plots
    await page.waitForTimeout(1000);
    await watchDrag(page, 'Cells');
    const used: Cpu[] = [await cpuOf(app)];
    await page.mouse.down();
    let [exactFrom, extra] = [Number.POSITIVE_INFINITY, 0];
    for (let i = 1; i < exactFrom + MOVES; i++) {
      const turn = (2 * Math.PI * i) / MOVES;
      // not back to where it was: every move changes every count
      await page.mouse.move(centre[0] + RADIUS * Math.sin(turn) + 0.02 * i, centre[1] + RADIUS * (1 - Math.cos(turn)));
      await dragCount(page, i + extra);
      if (i === 1) used.push(await cpuOf(app));
      if (exactFrom > i && (await firstExactNumber(page)) !== undefined) {
        // one move was answered twice, about and then exactly
        await page.waitForTimeout(300);
        extra = (await dragMoments(page)).length - i;
        exactFrom = i + 1;
      }
      if (i === exactFrom + MOVES / 2 && picture !== undefined) await page.screenshot({ path: picture });
    }
    const [pressed, before] = [used[0]!, used[1]!];
    const after = await cpuOf(app);
    const perMove = (part: keyof Cpu) => (after[part] - before[part]) / MOVES;
    const [seen, firstExact, block] = [await firstPicture(page), await firstExactNumber(page), await longestBlock(page)];
    const all = await dragMoments(page);
    const first = all[0];
    const moments = all.slice(exactFrom + extra);
    const release = await releaseAndWatch(page, 'Cells');
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
      firstExact: firstExact ?? Number.NaN,
      about: all.slice(1, Math.max(1, exactFrom)).map(({ moved, drawn }) => drawn - moved),
      release,
      block,
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
