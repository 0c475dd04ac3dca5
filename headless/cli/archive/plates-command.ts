import type { Command } from 'commander';
import { ENGINE } from '../../../core/base/engine.ts';
import { lysisText, ratioText } from '../../../core/show/killing/number-words.ts';
import { plateChangeTexts } from '../../../core/show/killing/plate-change-text.ts';
import { translator } from '../../../core/show/killing/words.ts';
import { comparePlateResults, type PlateChange } from '../../../core/study/killing/compare-kept.ts';
import { keepPlate, plateKey } from '../../../core/study/killing/kept-plate.ts';
import type { Database } from '../../archive/database.ts';
import { type ListedPlate, selectPlates, writePlate } from '../../archive/plate-results.ts';
import { measureAgain } from '../../batch/measure-plates.ts';
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
          if (flags.again === true) await printAgain(db, plates, flags);
          else printPlates(plates, flags);
          return exitCodes.done;
        }),
      ),
    );
}

/** By the definitions of today; what an earlier engine or definition gave stays beside what this one gives. */
async function printAgain(db: Database, plates: readonly ListedPlate[], { json, lang }: PlatesFlags): Promise<void> {
  const known = new Map(plates.map((plate) => [plate.id, plate.kept]));
  const others = (await selectPlates(db, '')).filter(({ id }) => !known.has(id));
  const changed: { readonly id: string; readonly change: PlateChange }[] = [];
  for (const { id, result } of await measureAgain(plates, others)) {
    const before = known.get(id)!;
    const now = keepPlate(before.plate, result, ENGINE);
    const change = comparePlateResults(before, now);
    if (change !== undefined) changed.push({ id, change });
    if (plateKey(now) !== id) await writePlate(db, now, { by: whoWorks(), at: nowText() });
  }
  if (json) printJson({ plates: plates.length, changed: changed.map(({ id, change }) => ({ id, ...change })) });
  else {
    const lines = changed.flatMap(({ change }) => plateChangeTexts(change, lang));
    const said = translator(lang)('platesAgain', { plates: plates.length, changed: changed.length });
    process.stdout.write(`${[...lines, said].join('\n')}\n`);
  }
}

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
