import { expect, it } from 'vitest';
import { indexStrategy } from '../../../../core/gating/strategy/edit-tree.ts';
import { openShipped } from '../../../../renderer/features/session/protocols.ts';
import { nameIn } from '../../../../renderer/messages/population-titles.ts';
import { titlesIn } from '../../../../renderer/store/population-titles.ts';

const protocol = openShipped('nk-t');
const paths = indexStrategy(protocol.strategy).populations.map(({ path }) => path);

it('populations go by their titles in Japanese, by their names in English', () => {
  const [en, ja] = [titlesIn(protocol, 'en'), titlesIn(protocol, 'ja')];
  expect(['Singlets', 'Singlets/Live', 'Singlets/Live/Lymphocytes'].map(ja)).toEqual(['シングレット', '生細胞', 'リンパ球']);
  for (const path of paths) expect(en(path)).toBe(nameIn(path));
  expect(paths.map(ja).filter((title) => /\p{L}-/u.test(title) && /CD\d+-/.test(title))).toEqual([]);
});

it('one that was renamed, or that is nowhere, goes by its name', () => {
  expect(titlesIn(protocol, 'ja')('Singlets/My cells')).toBe('My cells');
});
