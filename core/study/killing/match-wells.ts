import type { Keywords } from '../../base/keywords.ts';
import { Problem } from '../../base/problem.ts';
import { type Plate, wellName } from './plate.ts';
import type { PlateProblem } from './read-wells.ts';

/** What tells which well an FCS file is of. */
export interface WellFile {
  /** Its name, without folders. */
  readonly name: string;
  readonly keywords: Keywords;
}

/** Keywords that hold a well, the standard's own first. */
const wellKeywords = ['$WELLID', 'WELL ID', 'WELLID', 'WELL', '$SMNO'] as const;

interface MatchedWells<F> {
  /** By well. */
  readonly files: ReadonlyMap<string, F>;
  /** Files that stand in no well, and wells that two files claim: a person decides in the plate's table. */
  readonly problems: readonly PlateProblem[];
}

/** The file of each well: as the plate's table says, else by a keyword and the file's name, which must not contradict each other. */
export function matchWells<F extends WellFile>({ wells, size }: Pick<Plate, 'wells' | 'size'>, files: readonly F[]): MatchedWells<F> {
  const known = new Map(wells.flatMap((row) => [[wellName(row.well, size) ?? row.well, row] as const]));
  const said = new Map([...known].flatMap(([well, { fcs }]) => (fcs === undefined ? [] : [[fcs.file, well] as const])));
  const claims = new Map<string, F[]>();
  const problems: PlateProblem[] = [];
  const note = (file: F, problem: Problem) => problems.push({ well: file.name, effector: undefined, isNote: true, problem });
  for (const file of files) {
    const told = said.get(file.name);
    const well = told ?? wellOf(file, size);
    if (well instanceof Problem) note(file, well);
    else if (well === undefined) note(file, new Problem('plate-fcs-unmatched', unmatched, { file: file.name }));
    else if (!known.has(well)) note(file, new Problem('plate-fcs-no-well', noWell, { file: file.name, well }));
    else claims.set(well, [...(claims.get(well) ?? []), file]);
  }
  const matched = new Map<string, F>();
  for (const [well, [file, ...others]] of claims) {
    // what a person wrote in the table stands above what names and keywords say
    const chosen = others.length === 0 ? file : [file!, ...others].find(({ name }) => said.get(name) === well);
    if (chosen !== undefined) matched.set(well, chosen);
    else {
      const names = [file!, ...others].map(({ name }) => name).join(', ');
      problems.push({
        well,
        effector: undefined,
        isNote: true,
        problem: new Problem('plate-fcs-twice', claimedTwice, { well, files: names }),
      });
    }
  }
  return { files: matched, problems };
}

function wellOf({ name, keywords }: WellFile, size: Plate['size']): string | Problem | undefined {
  const inName = wellsInName(name, size);
  const keyed = [
    ...new Set(
      wellKeywords.flatMap((keyword) => {
        const value = keywords.get(keyword);
        return value === undefined ? [] : (wellName(value, size) ?? []);
      }),
    ),
  ];
  const all = [...new Set([...inName, ...keyed])];
  if (keyed.length > 1) return new Problem('plate-fcs-contradicts', contradicts, { file: name, wells: keyed.join(', ') });
  const [key] = keyed;
  if (key === undefined) return all.length > 1 ? new Problem('plate-fcs-unsure', unsure, { file: name, wells: all.join(', ') }) : all[0];
  return inName.length === 0 || inName.includes(key)
    ? key
    : new Problem('plate-fcs-contradicts', contradicts, { file: name, wells: all.join(', ') });
}

/** Wells that stand as words of a file name: `plate2_B07_ANK.fcs` names B7. */
export const wellsInName = (name: string, size: Plate['size']): readonly string[] => [
  ...new Set(
    name
      .normalize('NFKC')
      .replace(/\.[^.]*$/, '')
      .split(/[^\p{L}\p{N}]+/u)
      .flatMap((word) => wellName(word, size) ?? []),
  ),
];

const unmatched = {
  en: 'The file {file} names no well: write it beside its well in the plate.',
  ja: 'ファイル{file}のウェルが分かりません。プレートの該当ウェルにファイル名を記載してください。',
};
const noWell = {
  en: 'The file {file} is of well {well}, which the plate does not hold.',
  ja: 'ファイル{file}のウェル{well}は、プレートに記載されていません。',
};
const claimedTwice = {
  en: 'Well {well} has several files ({files}): write the right one beside the well.',
  ja: 'ウェル{well}に複数のファイルがあります({files})。該当するファイル名をウェルに記載してください。',
};
const contradicts = {
  en: 'The name and the keywords of {file} say different wells ({wells}): write the file beside its well in the plate.',
  ja: 'ファイル{file}の名前とキーワードが異なるウェルを示しています({wells})。該当ウェルにファイル名を記載してください。',
};
const unsure = {
  en: 'The name of {file} can be read as several wells ({wells}): write the file beside its well in the plate.',
  ja: 'ファイル名{file}は複数のウェルに解釈できます({wells})。該当ウェルにファイル名を記載してください。',
};
