import { allDueActs } from '../../../core/biology/ledger/due.ts';
import { translator } from '../../../core/show/ledger/words.ts';
import { ledgerEvents } from '../../archive/ledger.ts';
import type { Archive } from '../../archive/open-archive.ts';
import { writeWhole } from '../../files/write-file.ts';
import { exitCodes, printJson, textTable } from '../shared/output.ts';
import { calendarOf } from './calendar.ts';
import type { LotOptions } from './lots.ts';

/** `lot due`: what the plans of all lots ask for, and what was not done. */
export async function listDue(
  { db }: Archive,
  { json, lang, today, ics }: LotOptions & { readonly today: string; readonly ics: string | undefined },
): Promise<number> {
  const t = translator(lang);
  const acts = allDueActs(await ledgerEvents(db), today);
  const titleOf = ({ lot, what, number }: (typeof acts)[number]) => `${lot}: ${t(`act.${what}`, { number })}`;
  if (ics !== undefined)
    await writeWhole(ics, async (to) => {
      to.end(calendarOf(acts.map((act) => ({ date: act.on, title: titleOf(act) }))));
    });
  if (json) printJson({ due: acts });
  else
    process.stdout.write(
      `${textTable(
        [t('on'), t('planWhat'), t('when')],
        acts.map((act) => [act.on, titleOf(act), t(`when.${act.when}`)]),
      )}\n`,
    );
  return exitCodes.done;
}
