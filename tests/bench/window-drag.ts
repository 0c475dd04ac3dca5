import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { at, openByDialog, quiet, tileOf } from '../e2e/window/hands.ts';
import { answerOpenDialog, launchApp } from '../e2e/window/harness.ts';
import { engineProtocol } from './engine-protocol.ts';

export interface DraggedWindow {
  /** From the moment at which a move of the mouse came in to the end of the frame that shows the new counts and plots, ms, by move. */
  readonly frames: readonly number[];
  /** From the first move to the first frame that follows it, ms. */
  readonly first: number;
}

const MOVES = 60;
/** Of the circle that the mouse goes around, px: about 3 px from move to move. */
const RADIUS = 30;
/** Plots below the root gate that stay in sight. */
const SHOWN = ['', 'Cells', 'Cells/Level'];

/** The gate of the engine's bench in the real window: a root polygon with 20 vertices, 10 populations and 2 plots below it. */
export async function measureWindowDrag(file: string, folder: string, picture?: string): Promise<DraggedWindow> {
  const protocol = engineProtocol(readFileSync(path.resolve('core', 'protocols', 'nk-t.json'), 'utf8'));
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
    await page.mouse.down();
    await page.evaluate(watchTheDrag);
    for (let i = 1; i <= MOVES + 1; i++) {
      const turn = (2 * Math.PI * i) / MOVES;
      // not back to where it was: every move changes every count
      await page.mouse.move(centre[0] + RADIUS * Math.sin(turn) + 0.02 * i, centre[1] + RADIUS * (1 - Math.cos(turn)));
      await page.waitForFunction((shown) => (Reflect.get(globalThis, 'dragFrames') as number[]).length >= shown, i, { timeout: 30_000 });
      if (i === MOVES / 2 && picture !== undefined) await page.screenshot({ path: picture });
    }
    const [first = Number.NaN, ...frames] = await page.evaluate(() => Reflect.get(globalThis, 'dragFrames') as number[]);
    await page.mouse.up();
    await quiet(page);
    if (picture !== undefined) await page.screenshot({ path: picture.replace('.png', '-released.png') });
    return { frames, first };
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

/** Runs in the page: times every change of the root gate's count from the newest move of the mouse, to the end of its frame. */
function watchTheDrag(): void {
  const frames: number[] = [];
  Reflect.set(globalThis, 'dragFrames', frames);
  let moved = 0;
  addEventListener('pointermove', (event) => (moved = event.timeStamp), { capture: true });
  const count = document.querySelector('[data-testid="count-Cells"]');
  if (count === null) throw new Error('no count');
  new MutationObserver(() => {
    const since = moved;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      // after this frame was drawn
      port1.onmessage = () => frames.push(performance.now() - since);
      port2.postMessage(undefined);
    });
  }).observe(count, { childList: true, characterData: true, subtree: true });
}
