import path from 'node:path';
import type { Sentence, Values } from '../../core/base/message.ts';
import { Problem } from '../../core/base/problem.ts';

/** Why a session is not packed, or a packed one not taken. */
const packedProblems = {
  'packed-no-zip': {
    en: '{file} is no packed session: it cannot be read as a ZIP archive ({why}).',
    ja: '{file}はパックされたセッションではありません(ZIPとして読めません: {why})。',
  },
  'packed-no-session': {
    en: '{file} holds no session.',
    ja: '{file}にセッションが含まれていません。',
  },
  'packed-name': {
    en: '{file} is refused: the name "{entry}" in it leads out of its folder or is none of a packed session.',
    ja: '{file}を拒否しました(含まれる名前「{entry}」はフォルダーの外を指すか、パックされたセッションのものではありません)。',
  },
  'packed-twice': {
    en: '{file} is refused: the name "{entry}" stands in it twice.',
    ja: '{file}を拒否しました(名前「{entry}」が重複しています)。',
  },
  'packed-size': {
    en: '{file} is refused: the size of "{entry}" is that of none of the session\'s samples.',
    ja: '{file}を拒否しました(「{entry}」のサイズがセッションのどの検体とも一致しません)。',
  },
  'packed-bomb': {
    en: '{file} is refused: "{entry}" would grow from {compressed} to {size} bytes.',
    ja: '{file}を拒否しました(「{entry}」が{compressed}バイトから{size}バイトに膨張します)。',
  },
  'packed-space': {
    en: 'The disk has no room for the {size} bytes that {file} holds.',
    ja: '{file}の内容({size}バイト)を展開する空き容量がありません。',
  },
  'packed-digest': {
    en: '{file} is refused: "{entry}" holds other bytes than the session\'s sample.',
    ja: '{file}を拒否しました(「{entry}」の内容がセッションの検体と一致しません)。',
  },
  'packed-lacks': {
    en: '{file} lacks the data of the sample "{entry}".',
    ja: '{file}に検体「{entry}」のデータがありません。',
  },
  'packed-there': {
    en: '{entry} is there already and is not written over.',
    ja: '{entry}はすでに存在するため、上書きしません。',
  },
  'pack-missing': {
    en: 'The session cannot be packed: the file of the sample "{entry}" is not found.',
    ja: 'セッションをパックできません(検体「{entry}」のファイルが見つかりません)。',
  },
  'pack-differs': {
    en: 'The session cannot be packed: "{entry}" holds other bytes than its sample had.',
    ja: 'セッションをパックできません(「{entry}」の内容が検体の記録と異なります)。',
  },
} as const satisfies { readonly [code: string]: Sentence };

/** Throws the problem `code` of a packed session. */
export function refusePacked(code: keyof typeof packedProblems, file: string, values: Values = {}): never {
  throw new Problem(code, packedProblems[code], { file: path.basename(file), ...values }, { path: file });
}
