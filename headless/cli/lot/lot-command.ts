import { Command, InvalidArgumentError, Option } from 'commander';
import { isCalendarDay } from '../../../core/base/calendar-day.ts';
import { isTimeZone } from '../../../core/base/local-time.ts';
import { type LabelPaper, labelPapers } from '../../../core/show/ledger/labels.ts';
import { type ArchiveFlags, withArchive, withArchiveFlags } from '../archive/archive-flags.ts';
import { checkPdfName } from '../shared/pdf-name.ts';
import { positive } from '../shared/shared-flags.ts';
import { listDue } from './due.ts';
import { importBook } from './import-book.ts';
import { printLabels, type RuleFlags, ruleBook } from './labels.ts';
import { localDay } from './local-day.ts';
import { addEvents, certifyDose, listLots, reconcileLot, showLot, traceMaterial } from './lots.ts';
import { printSchedule } from './schedule.ts';

interface PdfFlags extends ArchiveFlags {
  readonly out?: string;
  readonly timeZone?: string;
}

/** The command `lot`: the book of cells from collection to dose. */
export function lotCommand(finish: (code: number) => void): Command {
  const lot = new Command('lot').description(
    'The book of a lot: collection, culture, freezing, doses and thaw, every cell accounted for. It records and checks; persons decide.',
  );
  const below = (name: string, description: string) => withArchiveFlags(lot.command(name)).description(description);
  below('list', 'Lots with their bags, doses given, holds, deviations and discrepancies.').action(async (flags: ArchiveFlags) =>
    finish(await withArchive(flags, (archive) => listLots(archive, optionsOf(flags)))),
  );
  withPdf(below('show', 'A lot as it stands; with --out its batch record as a PDF.'))
    .argument('<lot>')
    .action(async (name: string, flags: PdfFlags) => {
      checkPdfName(flags.out);
      finish(
        await withArchive(flags, (archive) => showLot(archive, name, { ...optionsOf(flags), out: flags.out, timeZone: zoneOf(flags) })),
      );
    });
  below('add', 'Events from JSON files into the book: all of them or none.')
    .requiredOption('--event <files...>', 'JSON: one event or a list of them, each with id, kind, lot, on, by and body')
    .option('--today <date>', 'the day that it is here; that of this computer where absent', day)
    .option('--dry-run', 'check, and write nothing')
    .addHelpText(
      'after',
      '\nExample of an event:\n  { "id": "2026-04-01-1", "kind": "freeze", "lot": "L1", "on": "2026-04-01", "by": "ito",\n    "body": { "from": "L1-culture", "bags": [{ "material": "L1-bag-1", "cells": "10億" }] } }',
    )
    .action(async (flags: ArchiveFlags & { readonly event: readonly string[]; readonly today?: string; readonly dryRun?: true }) =>
      finish(
        await withArchive(
          flags,
          (archive) =>
            addEvents(archive, flags.event, { ...optionsOf(flags), today: flags.today ?? localDay(), dryRun: flags.dryRun === true }),
          { create: flags.dryRun !== true },
        ),
      ),
    );
  below('import', 'An existing book from a CSV table: all of it, or nothing where anything is not certain.')
    .argument('<csv>')
    .option('--dry-run', 'name every doubt with its row and column, and write nothing')
    .option('--by <name>', 'who did what the table names nobody for', 'import')
    .option('--today <date>', 'the day that it is here; that of this computer where absent', day)
    .action(async (file: string, flags: ArchiveFlags & { readonly dryRun?: true; readonly by: string; readonly today?: string }) =>
      finish(
        await withArchive(
          flags,
          (archive) =>
            importBook(archive, file, {
              ...optionsOf(flags),
              ...{ by: flags.by, dryRun: flags.dryRun === true, today: flags.today ?? localDay() },
            }),
          { create: flags.dryRun !== true },
        ),
      ),
    );
  below('trace', 'Where a bag or dose came from, and what became of it.')
    .argument('<material>')
    .action(async (material: string, flags: ArchiveFlags) =>
      finish(await withArchive(flags, (archive) => traceMaterial(archive, material, optionsOf(flags)))),
    );
  below('reconcile', 'Bags that were counted in the freezer against the book; exit code 1 where they differ.')
    .argument('<lot>')
    .requiredOption('--counted <bags...>', 'the bags that were found')
    .action(async (name: string, flags: ArchiveFlags & { readonly counted: readonly string[] }) =>
      finish(await withArchive(flags, (archive) => reconcileLot(archive, name, flags.counted, optionsOf(flags)))),
    );
  withPdf(below('certificate', 'The record of one dose as a PDF.'))
    .argument('<dose>')
    .action(async (dose: string, flags: PdfFlags) => {
      const out = flags.out ?? `${fileNameOf(dose)}.pdf`;
      checkPdfName(out);
      finish(await withArchive(flags, (archive) => certifyDose(archive, dose, { ...optionsOf(flags), out, timeZone: zoneOf(flags) })));
    });
  withPdf(below('labels', 'Labels with a Data Matrix for all that a lot holds: 3 x 8 on A4, or one of 50 x 25 mm a page.'))
    .argument('<lot>')
    .option('--only <materials...>', 'these alone')
    .addOption(new Option('--paper <paper>', 'how they are printed').choices([...labelPapers]).default('sheet'))
    .action(async (name: string, flags: PdfFlags & { readonly only?: readonly string[]; readonly paper: LabelPaper }) => {
      const out = flags.out ?? `${fileNameOf(name)}-labels.pdf`;
      checkPdfName(out);
      const { only, paper } = flags;
      finish(await withArchive(flags, (archive) => printLabels(archive, name, { ...optionsOf(flags), out, only, paper })));
    });
  below('rules', 'What the laboratory asks of new entries; without options they are shown.')
    .option('--pseudonym <pattern>', 'a regular expression that the whole pseudonym of a donor fits')
    .addOption(new Option('--labels <wish>', 'labels are read at thawing, pooling and giving').choices(['required', 'optional']))
    .addOption(new Option('--witness <wish>', 'a second person is named there').choices(['required', 'optional']))
    .action(async (flags: ArchiveFlags & RuleFlags) =>
      finish(await withArchive(flags, (archive) => ruleBook(archive, flags, optionsOf(flags)), { create: true })),
    );
  below('due', 'What the plans of all lots ask for, and what was not done; as iCalendar too.')
    .option('--today <date>', 'the day that it is here; that of this computer where absent', day)
    .option('--ics <file>', 'an iCalendar file to write')
    .action(async (flags: ArchiveFlags & { readonly today?: string; readonly ics?: string }) =>
      finish(
        await withArchive(flags, (archive) => listDue(archive, { ...optionsOf(flags), today: flags.today ?? localDay(), ics: flags.ics })),
      ),
    );
  lot.addCommand(scheduleCommand(finish));
  return lot;
}

function scheduleCommand(finish: (code: number) => void): Command {
  return new Command('schedule')
    .description('Days of doses on weekdays, over holidays and closed days; as iCalendar too.')
    .requiredOption('--first <date>', 'the first dose', day)
    .option('--weekdays <days>', 'such as mon,thu', weekdays, [0, 3])
    .option('--doses <n>', 'how many', positive, 12)
    .option('--closed <dates...>', "the clinic's own closed days", (text: string, before: readonly string[]) => [...before, day(text)], [])
    .addOption(new Option('--holidays <list>', 'national holidays').choices(['jp', 'none']).default('jp'))
    .option('--min-gap <days>', 'fewest days between two doses', positive, 2)
    .option('--thaw-before <days>', 'days before a dose on which its bag is thawed', positive)
    .option('--ics <file>', 'an iCalendar file to write')
    .option('--json', 'print one JSON document')
    .addOption(new Option('--lang <language>', 'language of sentences').choices(['en', 'ja']).default('en'))
    .action(async (flags) =>
      finish(
        await printSchedule({
          ...flags,
          ics: flags.ics,
          thawBefore: flags.thawBefore,
          json: flags.json === true,
        }),
      ),
    );
}

const withPdf = (command: Command): Command =>
  command.option('--out <pdf>', 'a PDF').option('--time-zone <zone>', 'the time zone of the PDF, such as Asia/Tokyo', zone);

const fileNameOf = (name: string): string => name.replace(/[\p{Cc}/\\:*?"<>|]/gu, '_').replace(/^\.+/, '_');

const optionsOf = ({ json, lang }: ArchiveFlags) => ({ json: json === true, lang });

const zoneOf = ({ timeZone }: PdfFlags): string => {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return timeZone ?? (isTimeZone(own) ? own : 'UTC');
};

function day(text: string): string {
  if (!isCalendarDay(text)) throw new InvalidArgumentError('a date such as 2026-04-20');
  return text;
}

const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
function weekdays(text: string): number[] {
  const days = text.split(',').map((name) => names.indexOf(name.trim().toLowerCase().slice(0, 3)));
  if (days.includes(-1)) throw new InvalidArgumentError(`of ${names.join(', ')}`);
  return days.sort((a, b) => a - b);
}

function zone(text: string): string {
  if (!isTimeZone(text)) throw new InvalidArgumentError('a time zone such as Asia/Tokyo');
  return text;
}
