import { CommandMenu, type CommandMenuProps } from '../../commands/command-menu.tsx';
import { useMessages } from '../../messages/language.ts';
import { messages } from './messages.ts';

const groups = [['population.open', 'population.rename'], ['population.delete']] as const;

/** What can be done with the selected population, at the pointer. */
export function PopulationMenu(props: Pick<CommandMenuProps, 'anchor' | 'onClose'>) {
  const t = useMessages(messages);
  return <CommandMenu {...props} label={t('population')} groups={groups} danger="population.delete" />;
}
