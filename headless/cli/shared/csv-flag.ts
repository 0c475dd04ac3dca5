import { type Command, Option } from 'commander';
import { type TableForm, type TableFormName, tableFormOf, tableForms } from '../../../core/base/tables/write-table.ts';

/** Of commands that write CSV. */
export interface CsvFlag {
  readonly csv?: TableFormName | undefined;
}

export const withCsvFlag = (command: Command): Command =>
  command.addOption(
    new Option('--csv <form>', 'CSV with commas, or with semicolons and decimal commas; as the locale says where absent').choices(
      Object.keys(tableForms),
    ),
  );

export const csvForm = ({ csv }: CsvFlag): TableForm => (csv === undefined ? tableFormOf(undefined) : tableForms[csv]);
