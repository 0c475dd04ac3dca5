import { Command, Option } from 'commander';
import type { Language } from '../../../core/base/message.ts';
import {
  checkDeclared,
  type ReferenceFlags,
  referenceFlag,
  type SampleFlags,
  sampleOptions,
  withSampleFlags,
} from '../analyse/sample-flags.ts';
import { withCompensationTable } from '../shared/load-compensation.ts';
import { loadProfiles, withProfiles } from '../shared/load-profiles.ts';
import { loadProtocol } from '../shared/load-protocol.ts';
import { withSharedFlags } from '../shared/shared-flags.ts';
import { classifyFiles } from './classify.ts';
import { diffProfileSets, fitProfileSet, listProfiles, showProfile } from './profiles.ts';

interface CultureFlags extends SampleFlags, ReferenceFlags {
  readonly profiles?: string;
}

/** The commands `classify` and `profiles`. */
export function cultureCommands(finish: (code: number) => void): readonly Command[] {
  const load = async ({ protocol, profiles, compensation, lang }: CultureFlags) => {
    const loaded = await withCompensationTable(await loadProtocol(protocol), compensation, lang);
    return profiles === undefined ? loaded : withProfiles(loaded, await loadProfiles(profiles));
  };
  const classify = referenceFlag(withSampleFlags(withSharedFlags(new Command('classify').exitOverride())))
    .description('Which culture method each file is consistent with, and why: every stage from eligibility to the call.')
    .argument('<files...>', 'FCS or LMD files, or sessions; with --recursive also folders')
    .option('--profiles <file>', "a document of profiles in place of the protocol's")
    .addHelpText('after', '\nExample:\n  lymphoscope classify lot.fcs --reference blood.fcs --declared nk-feeder --day 14 --json')
    .action(async (files: string[], flags: CultureFlags) => {
      const loaded = await load(flags);
      checkDeclared(flags, loaded);
      finish(
        await classifyFiles(files, loaded, {
          ...(await sampleOptions(flags, files)),
          ...{ plots: false, json: flags.json === true, reference: flags.reference },
        }),
      );
    });
  const profiles = new Command('profiles').exitOverride().description('Profiles of culture methods: list, show, compare, fit to own lots.');
  const print = (command: Command): Command =>
    command
      .exitOverride()
      .option('--json', 'print one JSON document')
      .addOption(new Option('--lang <language>', 'language of sentences').choices(['en', 'ja']).default('en'));
  const options = ({ json, lang }: { readonly json?: true; readonly lang: Language }) => ({ json: json === true, lang });
  print(profiles.command('list'))
    .description('The methods of a set.')
    .argument('[from]', 'a document of profiles, a protocol, or the name of one that ships', 'nk-t')
    .action(async (from: string, flags) => finish(await listProfiles(from, options(flags))));
  print(profiles.command('show'))
    .description('The figures of one method, each with its source.')
    .argument('<method>', 'its id')
    .argument('[from]', 'as above', 'nk-t')
    .action(async (method: string, from: string, flags) => finish(await showProfile(from, method, options(flags))));
  print(profiles.command('diff'))
    .description('What differs between two sets; exit code 1 where something does.')
    .argument('<before>', 'as above')
    .argument('<after>', 'as above')
    .action(async (before: string, after: string, flags) => finish(await diffProfileSets(before, after, options(flags))));
  referenceFlag(withSampleFlags(withSharedFlags(profiles.command('fit').exitOverride())))
    .description('Fit the profiles of methods with at least 10 declared lots: robust, shrunk, calibrated by leaving each lot out.')
    .argument('<files...>', 'FCS or LMD files of lots, labelled by --metadata or by their keywords')
    .requiredOption('--out <file>', 'the document to write')
    .requiredOption('--name <name>', 'what the set is called')
    .option('--profiles <file>', "the set to start from; the protocol's without")
    .action(async (files: string[], flags: CultureFlags & { readonly out: string; readonly name: string }) =>
      finish(
        await fitProfileSet(files, flags.profiles ?? flags.protocol, await load(flags), {
          ...(await sampleOptions(flags, files)),
          ...{ plots: false, json: flags.json === true, reference: flags.reference, out: flags.out, name: flags.name },
        }),
      ),
    );
  return [classify, profiles];
}
