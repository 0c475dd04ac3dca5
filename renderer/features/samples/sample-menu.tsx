import { CommandMenu, type CommandMenuProps } from '../../commands/command-menu.tsx';
import { useMessages } from '../../messages/language.ts';
import { messages } from './messages.ts';

const groups = [
  [
    'view.plots',
    'sample.details',
    'sample.edit-metadata',
    'sample.pool',
    'group.add-chosen',
    'sample.toggle-reference',
    'sample.export-report',
  ],
  ['sample.relink', 'sample.reveal'],
  ['sample.remove'],
] as const;

/** What can be done with the selected sample, at the pointer. */
export function SampleMenu(props: Pick<CommandMenuProps, 'anchor' | 'onClose'>) {
  const t = useMessages(messages);
  return (
    <CommandMenu
      {...props}
      label={t('sampleActions')}
      groups={groups}
      optional={[...groups[1], 'group.add-chosen', 'sample.pool']}
      toggle="sample.toggle-reference"
      danger="sample.remove"
    />
  );
}
