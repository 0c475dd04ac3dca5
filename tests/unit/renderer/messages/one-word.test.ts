import { expect, it } from 'vitest';
import type { Sentence } from '../../../../core/base/message.ts';
import { commandIds, declarationOf } from '../../../../core/contract/commands.ts';
import { declaredMenus } from '../../../../core/contract/menus.ts';

/** Words that stood for the same thing as another one, and the one that stays. */
const synonyms: readonly (readonly [RegExp, string])[] = [
  [/サンプル/, '検体'],
  [/レポート/, '報告書'],
  [/ポピュレーション/, '細胞集団'],
  [/模擬(サンプル|検体)|シミュレーション検体/, '模擬データ'],
  [/変更履歴/, '監査証跡'],
  [/標準検体|対照試料/, '対照検体'],
  [/管理(試料|用検体)/, '精度管理検体'],
  [/(測定の|取得)品質/, '測定品質'],
  [/機器/, '装置'],
  [/親(ゲート)?比/, '親集団比'],
  [/(全イベント|全体)比/, '総イベント比'],
  [/要手動確認/, '要判断'],
  [/測定回|個のラン/, '測定ラン'],
  [/(?<!\()四分割/, 'クアドラント'],
  [/[（）：？％]/, '半角の ( ) : ? %'],
];

const modules = {
  ...import.meta.glob<object>('../../../../electron/menu-items.ts', { eager: true }),
  ...import.meta.glob<object>('../../../../renderer/**/{messages,common}.ts', { eager: true }),
  // the report's own words change with the report
  ...import.meta.glob<object>(['../../../../core/**/*{messages,problems}.ts', '!../../../../core/show/report/**'], { eager: true }),
};

const isSentence = (value: unknown): value is Sentence =>
  typeof value === 'object' && value !== null && 'ja' in value && typeof value.ja === 'string';

/** Every sentence in what a module exports, by its key. */
function sentencesIn(value: unknown, key: string): readonly (readonly [string, Sentence])[] {
  if (isSentence(value)) return [[key, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => sentencesIn(part, name));
}

const said: readonly (readonly [string, Sentence])[] = [
  ...commandIds.flatMap((id) => sentencesIn(declarationOf(id), id)),
  ...sentencesIn(declaredMenus, 'menus'),
  ...Object.entries(modules).flatMap(([file, exported]) => sentencesIn(exported, file)),
  // the kinds of gates say their own names
].filter(([key]) => !key.startsWith('gate.'));

it('hears menus, palette, buttons and messages', () => {
  const heard = said.map(([, { ja }]) => ja);
  expect(heard.length).toBeGreaterThan(500);
  for (const word of ['ファイル', '切り取り', '検体をセッションから除外', '報告書', '監査証跡…']) expect(heard).toContain(word);
});

it.each(synonyms)('%s is nowhere said: %s', (synonym) => {
  expect(said.filter(([, { ja }]) => synonym.test(ja))).toEqual([]);
});
