import { type Catalogue, type Language, say, type Values } from '../../../base/message.ts';
import type { Step } from '../../../gating/automatic/steps.ts';
import type { Gate } from '../../../gating/gates/gates.ts';
import type { Criterion } from '../document/group.ts';
import type { Action, AuditEntry } from './audit.ts';

/** One line an act, as a history shows it and an audit report prints it. */
const sentences: Catalogue<
  | Exclude<Action['type'], 'gate/review'>
  | 'gate/accept'
  | 'gate/return'
  | 'gate/reopen'
  | 'gate/override'
  | 'compensation/named'
  | 'compensation/controls'
  | 'gate/group'
  | 'transform/automatic'
  | 'transform/inherited'
  | 'compensation/inherited'
  | 'plots/automatic'
  | 'panel/unpin'
> = {
  'protocol/replace': { en: 'Protocol set: {name}, revision {revision}', ja: 'プロトコルを設定: {name}(第{revision}版)' },
  'sample/add': { en: '{count} samples added: {samples}', ja: '検体を{count}件追加: {samples}' },
  'sample/remove': { en: '{count} samples removed: {samples}', ja: '検体を{count}件除外: {samples}' },
  'sample/relink': { en: 'File of sample {sample} found again: {file}', ja: '検体{sample}のファイルを再指定: {file}' },
  'sample/metadata': { en: 'Sample {sample} described: {metadata}', ja: '検体{sample}の情報を変更: {metadata}' },
  'samples/metadata': { en: '{count} samples described: {samples}', ja: '{count}件の検体の情報を変更: {samples}' },
  'group/add': { en: 'Group "{name}" added ({kind}): {members}', ja: 'グループ「{name}」を追加({kind}): {members}' },
  'group/change': { en: 'Group {group} changed: {changes}', ja: 'グループ{group}を変更: {changes}' },
  'group/remove': { en: 'Group {group} removed with everything of its own', ja: 'グループ{group}を独自の設定ごと削除' },
  'group/order': { en: 'Groups put in order: {groups}', ja: 'グループを並べ替え: {groups}' },
  'group/own': { en: 'Group {group}, of its own: {parts}', ja: 'グループ{group}の独自設定: {parts}' },
  'gate/add': { en: 'Gate added below "{parent}": {populations} ({kind})', ja: '「{parent}」の下にゲートを追加: {populations}({kind})' },
  'gate/change': { en: 'Gate {gate} changed for all samples ({kind})', ja: 'ゲート{gate}を全検体で変更({kind})' },
  'gate/override': {
    en: 'Gate {gate} changed in sample {sample} only ({kind}). Reason: {reason}',
    ja: '検体{sample}のみゲート{gate}を変更({kind})。変更理由: {reason}',
  },
  'gate/group': {
    en: 'Gate {gate} changed for group {group} ({kind}). Reason: {reason}',
    ja: 'グループ{group}でゲート{gate}を変更({kind})。変更理由: {reason}',
  },
  'gate/rename': { en: 'Population "{population}" renamed to "{name}"', ja: '細胞集団「{population}」の名前を「{name}」に変更' },
  'gate/remove': { en: 'Gate {gate} removed with everything below it', ja: 'ゲート{gate}を下位の階層ごと削除' },
  'gate/move': { en: 'Gate {gate} moved below "{parent}"', ja: 'ゲート{gate}を「{parent}」の下に移動' },
  'gates/change': { en: '{count} changes at once: {changes}', ja: '{count}件をまとめて変更: {changes}' },
  'gate/revert-override': {
    en: "Gate {gate} of sample {sample} back to the protocol's",
    ja: '検体{sample}のゲート{gate}をプロトコルの位置に復帰',
  },
  'gate/revert-group': {
    en: "Gate {gate} of group {group} back to the protocol's",
    ja: 'グループ{group}のゲート{gate}をプロトコルの位置に復帰',
  },
  'gate/accept': {
    en: 'Gate {gate} accepted in {count} samples: {samples}. {reason}',
    ja: 'ゲート{gate}を{count}検体で承認: {samples}。{reason}',
  },
  'gate/return': {
    en: 'Gate {gate} sent back in {count} samples: {samples}. Reason: {reason}',
    ja: 'ゲート{gate}を{count}検体で差し戻し: {samples}。理由: {reason}',
  },
  'gate/reopen': {
    en: 'Judgement of gate {gate} taken back in {count} samples: {samples}',
    ja: 'ゲート{gate}の判定を{count}検体で取り消し: {samples}',
  },
  'transform/set': { en: 'Scale of {entry} set: {kind}', ja: '{entry}の表示スケールを設定: {kind}' },
  'transform/automatic': { en: 'Scale of {entry} chosen automatically again', ja: '{entry}の表示スケールを自動に復帰' },
  'transform/inherited': { en: 'Scale of {entry} as for all samples again', ja: '{entry}の表示スケールを全検体の設定に復帰' },
  'compensation/inherited': { en: 'Compensation as for all samples again', ja: '蛍光補正を全検体の設定に復帰' },
  'compensation/set': { en: 'Compensation set: {use}', ja: '蛍光補正を設定: {use}' },
  'compensation/named': { en: 'Compensation set: matrix "{name}"', ja: '蛍光補正を設定: 行列「{name}」' },
  'compensation/controls': {
    en: 'Compensation set: matrix "{name}" from the single stains {tubes}',
    ja: '蛍光補正を設定: 行列「{name}」(単染色: {tubes})',
  },
  'profiles/set': { en: 'Culture profiles set: {name}, revision {revision}', ja: '培養法プロファイルを設定: {name}(第{revision}版)' },
  'plots/set': { en: 'Arrangement of {count} plots set for the protocol', ja: 'プロトコルのプロット配置を設定({count}枚)' },
  'plots/automatic': { en: 'The protocol shows one plot per gate', ja: 'プロトコルのプロット配置をゲートごとに復帰' },
  'panel/pin': { en: '{entry} bound to channel {channel}', ja: '{entry}をチャンネル{channel}に固定' },
  'panel/unpin': { en: '{entry} found by its labels again', ja: '{entry}のチャンネルを自動判別に復帰' },
  seal: { en: 'Audit trail sealed. Reason: {reason}', ja: '監査証跡を封印。理由: {reason}' },
  undo: { en: 'Undone', ja: '「元に戻す」を実行' },
  redo: { en: 'Redone', ja: '「やり直す」を実行' },
};

/** What was done, in one line. When and by whom stand beside it in the entry. */
export function describeAction({ action, regrouped = [] }: Pick<AuditEntry, 'action' | 'regrouped'>, language: Language = 'en'): string {
  const done = actionText(action, language);
  if (regrouped.length === 0) return done;
  const all = say(everybody, {}, language);
  const samples = regrouped.map(({ sample, from = all, to = all }) => `${sample} (${from} → ${to})`).join(', ');
  return `${done}${say(moved, { count: regrouped.length, samples }, language)}`;
}

const everybody = { en: 'All samples', ja: '全検体' };
const moved = { en: '. Gated by another group since, {count} samples: {samples}', ja: '。適用グループの変更 {count}件: {samples}' };
const forGroup = { en: ' (group {group})', ja: '(グループ{group})' };

function actionText(action: Action, language: Language): string {
  if (action.type === 'gates/change') {
    const changes = action.edits.map((edit) => actionText(edit, language)).join('; ');
    return say(sentences[action.type], { count: action.edits.length, changes }, language);
  }
  const [code, values] = wordsOf(action);
  const scope = 'scope' in action && typeof action.scope === 'object' && !('reason' in action.scope) ? action.scope : undefined;
  return say(sentences[code], values, language) + (scope === undefined ? '' : say(forGroup, scope, language));
}

function wordsOf(action: Exclude<Action, { readonly type: 'gates/change' }>): readonly [keyof typeof sentences, Values] {
  switch (action.type) {
    case 'protocol/replace':
      return [action.type, { name: action.protocol.name, revision: action.protocol.revision }];
    case 'sample/add':
      return [action.type, { count: action.samples.length, samples: action.samples.map(({ file }) => file.name).join(', ') }];
    case 'sample/remove':
      return [action.type, { count: action.samples.length, samples: action.samples.join(', ') }];
    case 'sample/relink':
      return [action.type, { sample: action.sample, file: action.file.name }];
    case 'sample/metadata':
      return [action.type, { sample: action.sample, metadata: listed(action.metadata) }];
    case 'samples/metadata':
      return [
        action.type,
        {
          count: action.samples.length,
          samples: action.samples.map(({ sample, metadata }) => `${sample} (${listed(metadata)})`).join('; '),
        },
      ];
    case 'group/add': {
      const { name, kind, criteria, samples } = action.group;
      return [action.type, { name, kind, members: membersText(criteria, samples) }];
    }
    case 'group/change': {
      const { name, kind, criteria, samples } = action;
      const members = criteria === undefined && samples === undefined ? '' : membersText(criteria ?? [], samples ?? []);
      return [action.type, { group: action.group, changes: [name ?? '', kind ?? '', members].filter((part) => part !== '').join(', ') }];
    }
    case 'group/remove':
      return [action.type, { group: action.group }];
    case 'group/order':
      return [action.type, { groups: action.groups.join(', ') }];
    case 'group/own': {
      const parts = (['statistics', 'report'] as const).filter((part) => action[part] !== undefined);
      return [action.type, { group: action.group, parts: parts.map((part) => (action[part] === null ? `-${part}` : part)).join(', ') }];
    }
    case 'gate/revert-group':
      return [action.type, { gate: action.gate, group: action.group }];
    case 'gate/add':
      return [
        action.type,
        { parent: action.parent, populations: action.node.populations.map(({ name }) => name).join(', '), kind: action.node.gate.kind },
      ];
    case 'gate/change':
      return changeWords(action.gate, action.to, action.scope);
    case 'gate/rename':
      return [action.type, { population: action.population, name: action.name }];
    case 'gate/remove':
      return [action.type, { gate: action.gate }];
    case 'gate/move':
      return [action.type, { gate: action.gate, parent: action.parent }];
    case 'gate/revert-override':
      return [action.type, { gate: action.gate, sample: action.sample }];
    case 'gate/review': {
      const { gate, samples, reason } = action;
      const values = { gate, count: samples.length, samples: samples.map(judged).join(', '), reason };
      return [action.verdict === 'accepted' ? 'gate/accept' : action.verdict === 'returned' ? 'gate/return' : 'gate/reopen', values];
    }
    case 'transform/set':
      if (action.transform === 'inherited') return ['transform/inherited', { entry: action.entry }];
      return action.transform === null
        ? ['transform/automatic', { entry: action.entry }]
        : [action.type, { entry: action.entry, kind: listed(action.transform) }];
    case 'compensation/set':
      return action.compensation === null ? ['compensation/inherited', {}] : compensationWords(action.compensation);
    case 'profiles/set':
      return [action.type, { name: action.profiles.name, revision: action.profiles.revision }];
    case 'plots/set':
      return action.plots === null ? ['plots/automatic', {}] : [action.type, { count: action.plots.length }];
    case 'panel/pin':
      return action.channel === null
        ? ['panel/unpin', { entry: action.entry }]
        : [action.type, { entry: action.entry, channel: action.channel }];
    case 'seal':
      return [action.type, { reason: action.reason }];
    case 'undo':
    case 'redo':
      return [action.type, {}];
  }
}

function compensationWords(
  compensation: NonNullable<Extract<Action, { readonly type: 'compensation/set' }>['compensation']>,
): readonly [keyof typeof sentences, Values] {
  if (compensation.use !== 'matrix' || compensation.name === undefined) return ['compensation/set', { use: compensation.use }];
  const { name, source } = compensation;
  if (source === undefined) return ['compensation/named', { name }];
  return ['compensation/controls', { name, tubes: source.tubes.map(({ detector, file }) => `${detector}: ${file}`).join(', ') }];
}

function changeWords(
  gate: string,
  { kind }: Gate | Step,
  scope: Extract<Action, { readonly type: 'gate/change' }>['scope'],
): readonly [keyof typeof sentences, Values] {
  if (scope === 'protocol') return ['gate/change', { gate, kind }];
  return 'group' in scope
    ? ['gate/group', { gate, kind, group: scope.group, reason: scope.reason }]
    : ['gate/override', { gate, kind, sample: scope.sample, reason: scope.reason }];
}

/** What a group is made of. */
function membersText(criteria: readonly Criterion[], samples: readonly string[]): string {
  const rules = criteria.map(({ of, test, values }) => {
    const field = typeof of === 'string' ? of : of.keyword;
    return `${field} ${test === 'is' ? '=' : '⊃'} ${values.join(' | ')}`;
  });
  return [...rules, ...(samples.length === 0 ? [] : [`+ ${samples.join(', ')}`])].join('; ');
}
const judged = ({
  sample,
  count,
  parentCount,
}: {
  readonly sample: string;
  readonly count: number;
  readonly parentCount: number;
}): string => `${sample} (${count}/${parentCount})`;

const listed = (fields: { readonly [name: string]: string | number | undefined }): string =>
  Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
