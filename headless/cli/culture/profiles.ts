import { writeFile } from 'node:fs/promises';
import { type Catalogue, type Language, say } from '../../../core/base/message.ts';
import { Problem } from '../../../core/base/problem.ts';
import { featureNames } from '../../../core/biology/classification/reasons.ts';
import { compositionIds, markerIds } from '../../../core/biology/features/feature-kinds.ts';
import { fitProfiles } from '../../../core/biology/lots/fit-profiles.ts';
import { lotsOf } from '../../../core/biology/lots/labelled-lot.ts';
import { diffProfiles } from '../../../core/biology/profiles/diff-profiles.ts';
import type { Profile } from '../../../core/biology/profiles/profile.ts';
import { type ProfileSet, setName, sourceText } from '../../../core/biology/profiles/profile-set.ts';
import { fileProblem } from '../../files/file-source.ts';
import { analyseFiles } from '../analyse/analyse.ts';
import { loadProfiles, profilesDigest, profilesText } from '../shared/load-profiles.ts';
import type { LoadedProtocol } from '../shared/load-protocol.ts';
import { exitCodeOf, isFailed, printErrors, printJson, textTable } from '../shared/output.ts';
import type { ClassifyOptions } from './classify.ts';

interface PrintOptions {
  readonly json: boolean;
  readonly lang: Language;
}

const words = {
  set: { en: '{name}, revision {revision}, SHA-256 {sha256}', ja: '{name}(第{revision}版) SHA-256 {sha256}' },
  method: { en: 'method', ja: '培養法' },
  group: { en: 'group', ja: 'グループ' },
  name: { en: 'name', ja: '名前' },
  active: { en: 'active', ja: '判定に使用' },
  days: { en: 'days', ja: '培養日数' },
  lots: { en: 'lots', ja: 'ロット数' },
  activeYes: { en: 'in use', ja: '使用' },
  activeNo: { en: 'not active (unconfirmed)', ja: '判定対象外(未承認)' },
  activeOnDays: { en: 'active; days {from}–{to}', ja: '判定に使用、培養日数 {from}–{to}日' },
  inactiveOnDays: { en: 'not active; days {from}–{to}', ja: '判定対象外(未承認)、培養日数 {from}–{to}日' },
  feature: { en: 'feature', ja: '項目' },
  typical: { en: 'typical', ja: '代表値' },
  low: { en: 'low', ja: '下限' },
  high: { en: 'high', ja: '上限' },
  source: { en: 'source', ja: '出典' },
} as const satisfies Catalogue;
const listColumns = ['method', 'group', 'name', 'active', 'days', 'lots'] as const;
const showColumns = ['feature', 'typical', 'low', 'high', 'source'] as const;

/** `profiles list`: every method of a set, one a line. */
export async function listProfiles(from: string, { json, lang }: PrintOptions): Promise<number> {
  const { set, sha256 } = await loadProfiles(from);
  const rows = set.methods.map(({ method, group, name, active, lots, days }) => ({
    method,
    group,
    name: name[lang],
    active,
    lots,
    days: [days.from, days.to],
  }));
  if (json) printJson({ name: set.name, revision: set.revision, sha256, methods: rows });
  else
    process.stdout.write(
      `${say(words.set, { name: setName(set, lang), revision: set.revision, sha256 }, lang)}\n${textTable(
        listColumns.map((column) => words[column][lang]),
        rows.map((row) => [
          row.method,
          row.group,
          row.name,
          words[row.active ? 'activeYes' : 'activeNo'][lang],
          row.days.join('–'),
          String(row.lots),
        ]),
      )}\n`,
    );
  return 0;
}

/** `profiles show`: the figures of one method, each with its source. */
export async function showProfile(from: string, method: string, { json, lang }: PrintOptions): Promise<number> {
  const { set } = await loadProfiles(from);
  const profile = set.methods.find((one) => one.method === method);
  if (profile === undefined)
    throw new Problem('profile-unknown', unknown, { method, known: set.methods.map((one) => one.method).join(', ') });
  if (json) printJson(profile);
  else process.stdout.write(`${profileText(profile, set.sources, lang)}\n`);
  return 0;
}

const unknown = {
  en: 'There is no profile "{method}"; there are: {known}.',
  ja: 'プロファイル「{method}」はありません。あるのは{known}です。',
};

function profileText(profile: Profile, sources: ProfileSet['sources'], lang: Language): string {
  const { method, name, group, active, days, composition, markers, rules, note } = profile;
  const figures = [
    ...compositionIds.flatMap((id) => (composition === undefined ? [] : [[id, composition[id]] as const])),
    ...markerIds.flatMap((id) => (markers[id] === undefined ? [] : [[id, markers[id]] as const])),
  ];
  const used = new Set([...figures.map(([, { source }]) => source), ...rules.map(({ source }) => source), days.source]);
  return [
    `${name[lang]} [${method}], ${group}, ${say(words[active ? 'activeOnDays' : 'inactiveOnDays'], { ...days }, lang)}`,
    ...(note === undefined ? [] : [note[lang]]),
    textTable(
      showColumns.map((column) => words[column][lang]),
      figures.map(([id, { typical, low, high, source }]) => [featureNames[id][lang], String(typical), String(low), String(high), source]),
    ),
    ...rules.map(({ feature, atLeast, atMost, source }) => {
      const limits = [...(atLeast === undefined ? [] : [`≥ ${atLeast}`]), ...(atMost === undefined ? [] : [`≤ ${atMost}`])];
      return `  ${featureNames[feature][lang]} ${limits.join(', ')} [${source}]`;
    }),
    ...[...used].map((tag) => `  [${tag}] ${sourceText({ sources }, tag, lang)}`),
  ].join('\n');
}

/** `profiles diff`: what differs, one figure a line. 1 where something does. */
export async function diffProfileSets(before: string, after: string, { json }: PrintOptions): Promise<number> {
  const changes = diffProfiles((await loadProfiles(before)).set, (await loadProfiles(after)).set);
  if (json) printJson({ changes });
  else
    process.stdout.write(
      changes.length === 0
        ? 'no difference\n'
        : `${textTable(
            ['where', 'before', 'after'],
            changes.map(({ path, before: old, after: now }) => [path, String(old ?? '–'), String(now ?? '–')]),
          )}\n`,
    );
  return changes.length === 0 ? 0 : 1;
}

/** `profiles fit`: profiles from labelled lots, as a document of their own. */
export async function fitProfileSet(
  files: readonly string[],
  from: string,
  loaded: LoadedProtocol,
  options: ClassifyOptions & { readonly out: string; readonly name: string },
): Promise<number> {
  const { out, name, json, ...rest } = options;
  const { set: start } = await loadProfiles(from);
  const results = await analyseFiles(files, loaded, rest);
  const lots = lotsOf(
    results.flatMap((result) => (isFailed(result) ? [] : [result.analysis])),
    start,
  );
  const { set, fits } = fitProfiles(start, lots, name);
  await writeFile(out, profilesText(set)).catch((error: unknown) => {
    throw fileProblem(out, error);
  });
  if (json) printJson({ out, sha256: profilesDigest(set), lots: lots.length, fits, files: results.filter(isFailed) });
  else
    process.stdout.write(
      `${textTable(
        ['method', 'lots', 'fitted', 'left-out lots rejected at 5 %', 'lots off their chart'],
        fits.map(({ method, lots: n, fitted, leftOutRejected, drift }) => [
          method,
          String(n),
          fitted ? 'yes' : 'no, at least 10 lots are needed',
          leftOutRejected === undefined ? '–' : leftOutRejected.toFixed(1),
          drift.map(({ feature, lots: off }) => `${feature}: ${off.join(' ')}`).join('; ') || '–',
        ]),
      )}\n${out}\n`,
    );
  printErrors(results);
  return exitCodeOf(results);
}
