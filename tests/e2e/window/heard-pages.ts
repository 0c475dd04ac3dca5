import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { at, quiet } from './gestures.ts';
import { launchApp } from './harness.ts';
import { fillWindow, goTo, leave, type Place, places } from './whole-window.ts';

/* What a screen reader says at every stop of the Tab key, on every page and dialog, run by `npm run screenshots -- --heard`: read it before it is committed. */

const target = path.resolve(process.argv[2] ?? path.join('docs', 'accessibility.md'));
const most = 60;
const spoken: ReadonlySet<string> = new Set([
  'disabled',
  'expanded',
  'pressed',
  'checked',
  'selected',
  'invalid',
  'level',
  'hasPopup',
  'keyshortcuts',
]);

const running = await launchApp({ language: 'en' });
const { page } = running;
await fillWindow(running);
await at(page, 'population-Singlets/Live/Lymphocytes/NK').click();
await quiet(page);
const session = await page.context().newCDPSession(page);
const parts: string[] = [];
for (const place of places) {
  await goTo(page, place);
  parts.push(`## ${place.name}`, '', ...(await stopsOf(page, session, place)), '');
  await leave(page);
}
await writeFile(target, `${head()}\n${parts.join('\n').trimEnd()}\n`);
await running.close();
process.exit(0);

function head(): string {
  return `# What a screen reader says

At every stop of the Tab key: role, **name**, state, and what describes it. Written by \`npm run screenshots -- --heard\` from the accessibility
tree of the real window with three simulated samples and an archive of two; read by a person before it is committed. Of pages only what
stands in the middle; what surrounds them stands once, under *inspector, gate*. No rule of axe is broken on any of them, in any theme:
tests/e2e/window/axe.test.ts. The keys are in [en/window.md](en/window.md#by-keys-and-by-ear).
`;
}

async function stopsOf(page: Page, session: CDPSession, { within, name }: Place): Promise<readonly string[]> {
  const isWhole = within === 'dialog[open]' || name === 'inspector, gate';
  if (within === 'body')
    await page.evaluate(
      (selector) => {
        // Tab goes on from here
        const start = document.querySelector<HTMLElement>(selector);
        start?.setAttribute('tabindex', '-1');
        start?.focus();
        start?.removeAttribute('tabindex');
      },
      isWhole ? '.window' : '.centre',
    );
  const heard: string[] = [];
  await page.evaluate(() => Reflect.set(globalThis, 'heard', new Set()));
  for (let i = 0; i < most + 60; i++) {
    if (i > 0 || within === 'body') await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const seen = Reflect.get(globalThis, 'heard') as Set<Element>;
      const one = document.activeElement;
      if (one === null || one === document.body) return 'none';
      if (seen.has(one)) return 'again';
      seen.add(one);
      return one.closest('.centre') === null ? 'around' : 'centre';
    });
    if (at === 'again') break;
    if (at !== 'none' && (isWhole || at === 'centre')) heard.push(`${heard.length + 1}. ${await said(session)}`);
  }
  return heard.length > most ? [...heard.slice(0, most), `${most + 1}. … and so on`] : heard;
}

interface AxNode {
  readonly role?: { readonly value?: string };
  readonly name?: { readonly value?: string };
  readonly description?: { readonly value?: string };
  readonly value?: { readonly value?: string | number };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
}

async function said(session: CDPSession): Promise<string> {
  const { result } = await session.send('Runtime.evaluate', { expression: 'document.activeElement' });
  const { nodes } = (await session.send('Accessibility.getPartialAXTree', {
    objectId: result.objectId ?? '',
    fetchRelatives: false,
  })) as unknown as { readonly nodes: readonly AxNode[] };
  const [node] = nodes;
  const states = (node?.properties ?? [])
    .filter(({ name, value }) => spoken.has(name) && value.value !== false && value.value !== 'false' && value.value !== '')
    .map(({ name, value }) => (value.value === true || value.value === 'true' ? name : `${name} ${String(value.value)}`));
  const value = node?.value?.value;
  const text = [
    node?.role?.value ?? '',
    `**${(node?.name?.value ?? '').replaceAll(/\s+/g, ' ').trim() || '(no name)'}**`,
    ...(value === undefined || value === '' ? [] : [`value ${value}`]),
    ...states,
    ...(node?.description?.value ? [`“${node.description.value}”`] : []),
  ].join(', ');
  return text.replaceAll(path.sep === '\\' ? /[A-Z]:\\\S+/g : /\/tmp\/\S+/g, '…');
}
