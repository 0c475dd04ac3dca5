import { type Command, Option } from 'commander';
import { roles, type SampleMetadata } from '../../../core/data/metadata/sample-metadata.ts';
import type { Archive } from '../../archive/open-archive.ts';
import { metadataOf, setMetadata } from '../../archive/runs.ts';
import { selectRuns } from '../../archive/select-runs.ts';
import { notNegative } from '../analyse/sample-flags.ts';
import { exitCodes, printJson } from '../shared/output.ts';
import { type ArchiveFlags, withArchive, withArchiveFlags } from './archive-flags.ts';

interface SetFlags extends ArchiveFlags, Partial<SampleMetadata> {}

/** Corrects what is known about runs. Their results are out of date from then on, and the next batch makes new ones. */
export const setCommand = (command: Command, finish: (code: number) => void): Command =>
  withArchiveFlags(command)
    .description('Correct what is known about the runs of a query. Their results are out of date until the next batch.')
    .argument('<query>', 'such as: name~"run 12"')
    .addOption(new Option('--role <role>', 'role of the samples').choices(roles))
    .option('--culture <name>', 'culture')
    .option('--lot <lot>', 'lot')
    .option('--donor <pseudonym>', 'donor, as a pseudonym')
    .option('--day <n>', 'culture day', notNegative)
    .option('--declared-method <method>', 'culture method as the laboratory declares it')
    .action(async (query: string, flags: SetFlags) => finish(await withArchive(flags, (archive) => set(archive, query, flags))));

async function set(archive: Archive, query: string, flags: SetFlags): Promise<number> {
  const { role, culture, lot, donor, day, declaredMethod } = flags;
  const given = Object.fromEntries(
    Object.entries({ role, culture, lot, donor, day, declaredMethod }).filter(([, value]) => value !== undefined),
  );
  const runs = await selectRuns(archive.db, query);
  const known = await metadataOf(archive.db, runs);
  await setMetadata(
    archive,
    runs.map(({ id }) => id),
    (id) => ({ role: 'sample', ...known.get(id), ...given }),
  );
  if (flags.json === true) printJson({ query, runs: runs.length, set: given });
  else process.stdout.write(`${runs.length}\n`);
  return runs.length === 0 ? exitCodes.nothingDone : exitCodes.done;
}
