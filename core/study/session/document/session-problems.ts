import type { Sentence, Values } from '../../../base/message.ts';
import { Problem } from '../../../base/problem.ts';

/** Why a session file or an edit is refused. */
const sessionProblems = {
  'session-too-large': {
    en: 'The session is too large or too deeply nested for a file (at most {characters} characters, {levels} levels).',
    ja: 'セッションが大きすぎるか、入れ子が深すぎます(ファイルの上限: {characters}文字、{levels}階層)。',
  },
  'sample-unknown': {
    en: 'The session has no sample "{sample}".',
    ja: '検体「{sample}」はこのセッションにありません。',
  },
  'sample-exists': {
    en: 'Data set {dataset} of the file "{file}" is already in the session.',
    ja: 'ファイル「{file}」のデータセット{dataset}はすでにこのセッションにあります。',
  },
  'sample-id-taken': {
    en: 'Another sample of the session has the id "{sample}".',
    ja: '検体ID「{sample}」はすでに使われています。',
  },
  'samples-full': {
    en: 'A session holds at most {limit} samples.',
    ja: '1つのセッションに登録できる検体は{limit}件までです。',
  },
  'sample-differs': {
    en: '"{file}" is another file: its content is not that of the sample "{sample}".',
    ja: '「{file}」は別のファイルです(検体「{sample}」と内容が一致しません)。',
  },
  'plate-unknown': { en: 'The session has no plate "{plate}".', ja: 'プレート「{plate}」はこのセッションにありません。' },
  'plate-id-taken': { en: 'Another plate of the session has the id "{plate}".', ja: 'プレートID「{plate}」はすでに使われています。' },
  'wells-twice': { en: 'Well {well} is set twice at once.', ja: 'ウェル{well}が同時に2回指定されています。' },
  'well-not-there': { en: 'A plate of {size} wells has no well {well}.', ja: '{size}ウェルプレートにウェル{well}はありません。' },
  'population-absent': {
    en: 'The strategy has no population "{population}".',
    ja: '細胞集団「{population}」はゲーティング戦略にありません。',
  },
  'gate-unknown': {
    en: 'The strategy has no gate "{gate}".',
    ja: 'ゲート「{gate}」はゲーティング戦略にありません。',
  },
  'strategy-too-deep': {
    en: 'Gates can stand at most {limit} levels below each other.',
    ja: 'ゲート階層は{limit}段までです。',
  },
  'gate-id-missing': {
    en: 'The gate of "{population}" has no id.',
    ja: '「{population}」のゲートにIDがありません。',
  },
  'gate-id-taken': {
    en: 'Two gates have the id "{gate}".',
    ja: 'ゲートID「{gate}」が重複しています。',
  },
  'sibling-name-taken': {
    en: 'Two populations below the same parent may not share a name: "{population}" is already there.',
    ja: '同じ親の下に同名の細胞集団は作れません(「{population}」はすでにあります)。',
  },
  'name-invalid': {
    en: 'A population cannot be called "{name}": the name is empty or holds "/".',
    ja: '細胞集団名「{name}」は使用できません(空の名前と「/」を含む名前は不可)。',
  },
  'gate-below-itself': {
    en: 'The gate of "{population}" cannot stand below itself.',
    ja: '「{population}」のゲートを自身の下位に移すことはできません。',
  },
  'gate-unfit': {
    en: 'A {kind} with {dimensions} dimensions and {populations} populations does not fit the gate of "{population}".',
    ja: '「{population}」のゲートに合いません({kind}、{dimensions}次元、{populations}集団)。',
  },
  'override-not-fixed': {
    en: 'In a single sample a gate is placed by hand; an automatic step belongs to the protocol.',
    ja: '個別の検体に設定できるのは手動で置いたゲートだけです。自動ゲートはプロトコルで設定してください。',
  },
  'override-unknown': {
    en: 'The gate of "{population}" was not changed in the sample "{sample}": there is nothing to revert.',
    ja: '検体「{sample}」では「{population}」のゲートは個別に変更されていません。',
  },
  'override-taken': {
    en: 'The gate of "{population}" is changed twice in the sample "{sample}".',
    ja: '検体「{sample}」で「{population}」のゲートの個別ゲート(手動)が重複しています。',
  },
  'review-taken': {
    en: 'The gate "{gate}" is judged twice in the sample "{sample}".',
    ja: '検体「{sample}」でゲート「{gate}」の判定が重複しています。',
  },
  'overrides-in-the-way': {
    en: 'The gate of "{population}" was changed by hand in {count} samples or groups, in its present dimensions; revert these first.',
    ja: '「{population}」のゲートは{count}件の検体またはグループで現在の軸のまま個別に変更されています。先に元へ戻してください。',
  },
  'population-needed': {
    en: 'The boolean gate "{gate}" needs the population "{population}".',
    ja: '細胞集団「{population}」はブーリアンゲート「{gate}」で使われています。',
  },
  'operand-unknown': {
    en: 'The boolean gate "{gate}" names the population "{population}", which does not stand before it in the strategy.',
    ja: 'ブーリアンゲート「{gate}」の参照先「{population}」が、それより前の階層にありません。',
  },
  'audit-broken': {
    en: 'The audit trail tells of an undo or redo at {at} with nothing to undo or redo.',
    ja: '監査証跡の{at}に、対象のない「元に戻す」または「やり直し」があります。',
  },
  'panel-unknown': {
    en: 'Neither the panel nor the strategy names "{entry}".',
    ja: '「{entry}」はパネルにもゲーティング戦略にもありません。',
  },
  'matrix-unfit': {
    en: 'A compensation matrix has one row and one column for each of its channels, each named once.',
    ja: '補正行列の行数・列数はチャンネル数と同じで、チャンネル名に重複があってはなりません。',
  },
  'group-unknown': {
    en: 'The session has no group "{group}".',
    ja: 'グループ「{group}」はこのセッションにありません。',
  },
  'group-taken': {
    en: 'Another group of the session is called "{group}".',
    ja: 'グループ名「{group}」はすでに使われています。',
  },
  'groups-full': {
    en: 'A session holds at most {limit} groups.',
    ja: '1つのセッションに作成できるグループは{limit}件までです。',
  },
  'groups-not-all': {
    en: 'A new order names each of the {count} groups once.',
    ja: '並べ替えでは{count}件のグループを1回ずつ指定してください。',
  },
  'group-viewing': {
    en: 'The group "{group}" only shows samples; gates, compensation and scales belong to a gating group.',
    ja: 'グループ「{group}」は表示用です。ゲート・補正・スケールを設定できるのはゲーティンググループだけです。',
  },
  'group-has-own': {
    en: 'The group "{group}" holds gates or settings of its own; revert these before it only shows samples.',
    ja: 'グループ「{group}」には独自のゲートや設定があります。元に戻してから表示用に変更してください。',
  },
  'group-gate-unknown': {
    en: 'The gate of "{population}" was not changed for the group "{group}": there is nothing to revert.',
    ja: 'グループ「{group}」では「{population}」のゲートは変更されていません。',
  },
  'group-gate-taken': {
    en: 'The gate of "{population}" is changed twice for the group "{group}".',
    ja: 'グループ「{group}」で「{population}」のゲートの変更が重複しています。',
  },
} as const satisfies { readonly [code: string]: Sentence };

export type SessionProblemCode = keyof typeof sessionProblems;

/** Throws the problem `code`; `path` is a place in the document or a population. */
export function refuseSession(code: SessionProblemCode, values: Values = {}, path?: string): never {
  throw new Problem(code, sessionProblems[code], values, path === undefined ? {} : { path });
}
