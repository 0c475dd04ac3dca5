import { Command, InvalidArgumentError } from 'commander';
import { isTimeZone } from '../../../core/base/local-time.ts';
import type { DateStyle } from '../../../core/base/written-date.ts';
import { type Alignment, alignments } from '../../../core/show/course/draw-cohort.ts';
import { type ArchiveFlags, withArchive, withArchiveFlags } from '../archive/archive-flags.ts';
import { checkPdfName } from '../shared/pdf-name.ts';
import { addObservations, addTemplate, importCourse, listCohort, listExports, setPattern, showCourse, voidOne } from './course.ts';

/** The command `course`: NK activity, doses, reactions and markers of a donor on one time line. */
export function courseCommand(finish: (code: number) => void): Command {
  const course = new Command('course').description(
    "A donor's course: doses, NK activity, counts, temperature and markers on one time line. It shows, and judges nobody.",
  );
  const below = (name: string, description: string) => withArchiveFlags(course.command(name)).description(description);
  below('show', 'One donor: a table, or as .pdf, .svg, .xlsx, .csv or .parquet.')
    .argument('<donor>', 'the pseudonym')
    .option('--out <file>', 'what to write')
    .option('--time-zone <zone>', 'the time zone of the PDF, such as Asia/Tokyo', zone)
    .option('--shift-dates', "move all dates of the file by the donor's own random number of whole weeks")
    .option('--with-text', 'free text of notes, reactions and therapies goes into the file')
    .option('--era', 'dates of the picture by Japanese eras')
    .action(async (donor: string, flags: ArchiveFlags & ShowFlags) => {
      if (flags.out !== undefined && !/\.(svg|xlsx|csv|parquet)$/i.test(flags.out)) checkPdfName(flags.out);
      const wish = {
        ...{ out: flags.out, timeZone: zoneOf(flags), shiftDates: flags.shiftDates === true, texts: flags.withText === true },
        dates: datesOf(flags),
      };
      finish(await withArchive(flags, (archive) => showCourse(archive, donor, { ...optionsOf(flags), ...wish })));
    });
  below(
    'import',
    'A table of a hospital laboratory or a fever sheet, by a template. Doubts are listed with row and column, and then nothing is taken.',
  )
    .argument('<table>')
    .requiredOption('--template <file or name>', 'which columns hold what: a JSON file, or a template that the archive keeps')
    .option('--dry-run', 'list every doubt, and write nothing')
    .option('--good-rows', 'take what can be read although some cannot')
    .option('--new-donors', 'donors that the archive does not know are known from now on')
    .action(
      async (
        table: string,
        flags: ArchiveFlags & { readonly template: string; readonly dryRun?: true; readonly goodRows?: true; readonly newDonors?: true },
      ) =>
        finish(
          await withArchive(
            flags,
            (archive) =>
              importCourse(archive, table, {
                ...optionsOf(flags),
                template: flags.template,
                dryRun: flags.dryRun === true,
                goodRows: flags.goodRows === true,
                newDonors: flags.newDonors === true,
              }),
            { create: flags.dryRun !== true },
          ),
        ),
    );
  below('add', 'Observations from a JSON file: one or a list.')
    .argument('<file>')
    .option('--new-donors', 'as above')
    .action(async (file: string, flags: ArchiveFlags & { readonly newDonors?: true }) =>
      finish(
        await withArchive(
          flags,
          (archive) => addObservations(archive, file, { ...optionsOf(flags), newDonors: flags.newDonors === true }),
          { create: true },
        ),
      ),
    );
  below('void', 'An observation that was wrong; it stays, marked, with the reason.')
    .argument('<id>')
    .requiredOption('--reason <text>', 'why')
    .action(async (id: string, flags: ArchiveFlags & { readonly reason: string }) =>
      finish(await withArchive(flags, (archive) => voidOne(archive, id, flags.reason, optionsOf(flags)))),
    );
  below('template', 'Keeps a template of a hospital table in the archive, under its name.')
    .argument('<file>')
    .action(async (file: string, flags: ArchiveFlags) =>
      finish(await withArchive(flags, (archive) => addTemplate(archive, file, optionsOf(flags)), { create: true })),
    );
  below('pattern', 'How pseudonyms of donors are formed here, as a regular expression; others are refused from now on.')
    .argument('<pattern>')
    .action(async (pattern: string, flags: ArchiveFlags) =>
      finish(await withArchive(flags, (archive) => setPattern(archive, pattern, optionsOf(flags)), { create: true })),
    );
  below('exports', 'What was written of courses, when and by whom.').action(async (flags: ArchiveFlags) =>
    finish(await withArchive(flags, (archive) => listExports(archive, optionsOf(flags)))),
  );
  below('cohort', 'Every donor in a lane; as .pdf or .svg the picture too.')
    .argument('[query...]', 'such as donor~SIM infusions>=6 start>=2025-01-01')
    .option('--out <file>', 'what to write')
    .option('--align <how>', 'day0: from the first dose; date: by the calendar', alignment, 'day0')
    .option('--time-zone <zone>', 'as above', zone)
    .option('--era', 'as above')
    .action(async (query: readonly string[], flags: ArchiveFlags & CohortFlags) => {
      if (flags.out !== undefined && !/\.svg$/i.test(flags.out)) checkPdfName(flags.out);
      const wish = { out: flags.out, align: flags.align, timeZone: zoneOf(flags), dates: datesOf(flags) };
      finish(await withArchive(flags, (archive) => listCohort(archive, query.join(' '), { ...optionsOf(flags), ...wish })));
    });
  return course;
}

interface ShowFlags {
  readonly out?: string;
  readonly timeZone?: string;
  readonly shiftDates?: true;
  readonly withText?: true;
  readonly era?: true;
}

interface CohortFlags extends Pick<ShowFlags, 'out' | 'timeZone' | 'era'> {
  readonly align: Alignment;
}

const datesOf = ({ era }: Pick<ShowFlags, 'era'>): DateStyle => (era === true ? 'era' : 'western');

function zoneOf({ timeZone }: Pick<ShowFlags, 'timeZone'>): string {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return timeZone ?? (isTimeZone(own) ? own : 'UTC');
}

function alignment(text: string): Alignment {
  const found = alignments.find((one) => one === text);
  if (found === undefined) throw new InvalidArgumentError(alignments.join(', '));
  return found;
}

const optionsOf = ({ json, lang }: ArchiveFlags) => ({ json: json === true, lang });

function zone(text: string): string {
  if (!isTimeZone(text)) throw new InvalidArgumentError('a time zone such as Asia/Tokyo');
  return text;
}
