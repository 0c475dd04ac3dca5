import { type Command, InvalidArgumentError, Option } from 'commander';
import { isTimeZone } from '../../../core/base/local-time.ts';
import type { CertificateFlags } from '../../reports/certificates.ts';

/** Flags of the commands that write certificates. */
export interface CertificateCommandFlags extends Omit<CertificateFlags, 'language' | 'generatedAt'> {
  readonly template?: string;
}

export interface ReportFlags extends CertificateCommandFlags {
  readonly out: string;
  readonly each?: true;
  readonly record?: string;
}

export const withReportFlags = (command: Command): Command =>
  command
    .option('--template <file>', "a laboratory's template: title, facility, logo, signatures, annexes, languages, time zone")
    .option('--number <number>', "the report's number; several samples are numbered -1, -2, …")
    .option('--revision <version>', "the report's version; 1 where absent")
    .option('--replaces <number>', 'the report that this one replaces')
    .option('--time-zone <zone>', "the laboratory's time zone, such as Asia/Tokyo: of the instrument's clock too", zone)
    .addOption(new Option('--file-names <policy>', 'whether names of files are printed').choices(['show', 'hide']));

export const certificateFlags = ({ number, revision, replaces, timeZone, fileNames }: CertificateCommandFlags) => ({
  number,
  revision,
  replaces,
  timeZone,
  fileNames,
});

function zone(text: string): string {
  if (!isTimeZone(text)) throw new InvalidArgumentError('a time zone such as Asia/Tokyo');
  return text;
}
