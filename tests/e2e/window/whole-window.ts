import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { archiveDialogs, archiveTabs } from '../../../renderer/store/archive-state.ts';
import { dialogNames } from '../../../renderer/store/dialogs.ts';
import { centreNames, inspectorTabs } from '../../../renderer/store/state.ts';
import { at, openByDialog, quiet } from './gestures.ts';
import { answerOpenDialog, type RunningApp } from './harness.ts';

/*
 * Every page and dialog of the window, from the product's own lists: a new one is here without a line of a test. They are shown as the
 * store shows them, since some are only asked for when something went wrong.
 */

const samples = ['simulated-cik.fcs', 'simulated-expanded-nk.fcs', 'simulated-lak-3-day.fcs'].map((name) =>
  path.resolve('test-data', 'samples', name),
);

/** Opens three samples, and an archive with two of them. */
export async function fillWindow(running: RunningApp): Promise<void> {
  const { page } = running;
  await openByDialog(running, samples);
  const folder = await mkdtemp(path.join(tmpdir(), 'lymphoscope-whole-'));
  for (const file of samples.slice(0, 2)) await copyFile(file, path.join(folder, path.basename(file)));
  await page.keyboard.press('Control+6');
  await at(page, 'archive-empty').waitFor();
  await answerOpenDialog(running, [folder]);
  await at(page, 'import-folder').click();
  await at(page, 'archive-runs').waitFor({ timeout: 60_000 });
  await page.locator('[data-testid="archive"][data-busy="false"]').waitFor({ timeout: 60_000 });
  await rm(folder, { recursive: true, force: true });
  await show(page, { view: { centre: 'plots' } });
}

/** A state of the window, and where it is looked at: the whole page or the dialog that lies over it. */
export interface Place {
  readonly name: string;
  readonly within: 'body' | 'dialog[open]';
  readonly show: Change;
}

interface Change {
  readonly view?: Readonly<Record<string, unknown>>;
  readonly archive?: Readonly<Record<string, unknown>>;
}

/** What some dialogs are about. */
const subjects: { readonly [name: string]: Change['view'] } = {
  removing: { population: 'Singlets/Live' },
  interchange: { interchange: { name: 'gates.wsp', notes: [], stored: undefined, grid: undefined, direction: 'out' } },
};

export const places: readonly Place[] = [
  ...centreNames.flatMap((centre): readonly Place[] => {
    const place = { name: centre, within: 'body', show: { view: { centre } } } as const;
    if (centre !== 'archive') return [place];
    return archiveTabs.map((tab) => ({ ...place, name: `archive, ${tab}`, show: { ...place.show, archive: { tab } } }));
  }),
  ...inspectorTabs.map((tab): Place => ({ name: `inspector, ${tab}`, within: 'body', show: { view: { centre: 'plots', tab } } })),
  ...dialogNames.map(
    (dialog): Place => ({
      name: `dialog ${dialog}`,
      within: 'dialog[open]',
      show: { view: { centre: 'plots', ...subjects[dialog], dialog } },
    }),
  ),
  ...archiveDialogs.map(
    (dialog): Place => ({
      name: `archive dialog ${dialog}`,
      within: 'dialog[open]',
      show: { view: { centre: 'archive' }, archive: { tab: 'runs', dialog } },
    }),
  ),
];

/** Shows a place and waits until it is drawn. */
export async function goTo(page: Page, place: Place): Promise<void> {
  await show(page, place.show);
  if (place.within === 'dialog[open]') await page.locator(place.within).waitFor();
  await quiet(page);
}

/** Closes what a place opened. */
export const leave = (page: Page): Promise<void> => show(page, { view: { dialog: undefined }, archive: { dialog: undefined } });

/** Changes the window's store, which the page gives to nobody: it is found where React hands it down. */
export async function show(page: Page, change: Change): Promise<void> {
  await page.evaluate(
    ([of, gone]) => {
      interface Fiber {
        readonly memoizedProps?: { readonly value?: { readonly store?: StoreOf } } | null;
        readonly child: Fiber | null;
        readonly sibling: Fiber | null;
      }
      interface StoreOf {
        setState(change: (state: Record<string, object>) => Record<string, object>): void;
      }
      const root = document.getElementById('root') as unknown as Record<string, Fiber>;
      const key = Object.keys(root).find((name) => name.startsWith('__reactContainer$')) ?? '';
      const find = (fiber: Fiber | null | undefined): StoreOf | undefined =>
        fiber == null ? undefined : (fiber.memoizedProps?.value?.store ?? find(fiber.child) ?? find(fiber.sibling));
      const store = find(root[key]);
      if (store === undefined) throw new Error('no store');
      store.setState((state) =>
        Object.fromEntries(
          Object.entries(of).map(([slice, fields]) => [
            slice,
            { ...state[slice], ...fields, ...Object.fromEntries((gone[slice] ?? []).map((name) => [name, undefined])) },
          ]),
        ),
      );
    },
    // what is undefined is lost on the way
    [
      change as Record<string, object>,
      Object.fromEntries(
        Object.entries(change).map(([slice, fields]) => [slice, Object.keys(fields).filter((name) => fields[name] === undefined)]),
      ),
    ] as const,
  );
}
