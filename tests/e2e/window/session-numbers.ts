import { expect } from 'vitest';
import { jsonOf, runCli } from '../../cli/run-cli.ts';
import { at, quiet } from './gestures.ts';
import { answerSaveDialog, type RunningApp } from './harness.ts';

/** Saves the session; the first time a place is asked for. */
export async function save(running: RunningApp, session: string): Promise<void> {
  await answerSaveDialog(running, session);
  await at(running.page, 'save').click();
  await running.page.locator('[data-testid="session-name"][data-unsaved="false"]').waitFor();
}

/** What the tree shows, by path, without the first row: all events. */
async function shownCounts(running: RunningApp): Promise<ReadonlyMap<string, number>> {
  await quiet(running.page);
  const shown = await running.page
    .locator('[data-testid="populations"] [data-testid^="count-"]')
    .evaluateAll((all) => all.map((one) => [(one as HTMLElement).dataset['testid'] ?? '', one.textContent ?? ''] as const));
  return new Map(
    shown.map(([id, text]) => [id.slice('count-'.length), Number(text.replaceAll(',', ''))] as const).filter(([of]) => of !== ''),
  );
}

/** What the command line counts in the first sample of a session, by path. */
export function analysedCounts(session: string): ReadonlyMap<string, number> {
  const run = runCli(['analyse', session, '--json']);
  expect(run.err).toBe('');
  return new Map((jsonOf(run).files[0]?.populations ?? []).map(({ path, count }) => [path, count]));
}

/** Every number of the tree is the one that the command line counts in the saved session. */
export async function expectSameAsAnalyse(running: RunningApp, session: string): Promise<void> {
  const shown = await shownCounts(running);
  await save(running, session);
  expect(shown.size).toBeGreaterThan(0);
  expect(analysedCounts(session)).toEqual(shown);
}
