import type { Command } from 'commander';
import { ENGINE } from '../../../core/base/engine.ts';
import { lysisText, ratioText } from '../../../core/show/killing/number-words.ts';
import { translator } from '../../../core/show/killing/words.ts';
import { comparePlateResults, type LysisChange } from '../../../core/study/killing/compare-kept.ts';
import { keepPlate } from '../../../core/study/killing/kept-plate.ts';
import { measurePlate } from '../../../core/study/killing/measure-plate.ts';
import type { Database } from '../../archive/database.ts';
import { type ListedPlate, selectPlates, writePlate } from '../../archive/plate-results.ts';
import { whoWorks } from '../../host/who-works.ts';
import { exitCodes, printJson, textTable } from '../shared/output.ts';
import { type ArchiveFlags, nowText, withArchive, withArchiveFlags } from './archive-flags.ts';

interface PlatesFlags extends ArchiveFlags {
  readonly again?: true;
}

/** The command `archive plates`: plates of cytotoxicity assays, looked up, and measured again by this software. */
export function platesCommand(command: Command, finish: (code: number) => void): void {
  withArchiveFlags(command)
    .description('Plates of cytotoxicity assays with their lysis; invalid ones only where their verdict is asked for.')
    .argument('[query]', 'such as: lysis>=20 target=K562 lot=A12 verdict=good', '')
    .option('--again', 'measure them again by this software, keep what is new, and say what differs')
    .action(async (query: string, flags: PlatesFlags) =>
      finish(
        await withArchive(flags, async ({ db }) => {
          const plates = await selectPlates(db, query);
          if (flags.again === true) await measureAgain(db, plates, flags);
          else printPlates(plates, flags);
          return exitCodes.done;
        }),
      ),
    );
}

/** By the definition that each was measured by; what an earlier engine gave stays beside what this one gives. */
async function measureAgain(db: Database, plates: readonly ListedPlate[], { json, lang }: PlatesFlags): Promise<void> {
  const changed: { readonly id: string; readonly name: string; readonly changes: readonly LysisChange[] }[] = [];
  for (const { id, kept } of plates) {
    const now = keepPlate(kept.plate, measurePlate(kept.plate, kept.assay), ENGINE);
    const changes = comparePlateResults(kept, now);
    if (changes.length > 0) changed.push({ id, name: kept.plate.name, changes });
    if (kept.engine !== ENGINE) await writePlate(db, now, { by: whoWorks(), at: nowText() });
  }
  if (json) {
    printJson({ plates: plates.length, changed });
    return;
  }
  const lines = changed.flatMap(({ name, changes }) =>
    changes.map(({ effector, ratio, before, after }) => `${name}: ${effector} ${ratioText(ratio)} ${percent(before)} → ${percent(after)}`),
  );
  process.stdout.write(`${[...lines, said[lang](plates.length, changed.length)].join('\n')}\n`);
}

const percent = (value: number | undefined): string => (value === undefined ? '–' : lysisText(value));

const said = {
  en: (plates: number, changed: number) => `${plates} plates measured again; ${changed} differ.`,
  ja: (plates: number, changed: number) => `プレート${plates}枚を再計算しました。結果が異なるプレート: ${changed}枚。`,
};

function printPlates(plates: readonly ListedPlate[], { json, lang }: PlatesFlags): void {
  const t = translator(lang);
  if (json) printJson({ plates: plates.map(({ id, kept, by, at }) => ({ id, by, at, ...kept })) });
  else
    process.stdout.write(
      `${textTable(
        [t('plate'), t('effector'), t('ratioTotal'), t('ratioNk'), t('lysis'), t('formed'), t('verdict')],
        plates.flatMap(({ kept: { plate, lysis, verdict } }) =>
          lysis.map(({ effector, ratios, lysis: value, form }) => [
            ...[plate.name, effector, ratioText(ratios.total), ratioText(ratios.nk)],
            ...[lysisText(value), t(`form.${form}`), t(`rule.${verdict}`)],
          ]),
        ),
      )}\n`,
    );
}
