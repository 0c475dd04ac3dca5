import { CommandMenu, type CommandMenuProps } from '../../commands/command-menu.tsx';
import { useMessages } from '../../messages/language.ts';
import { messages } from './messages.ts';

const groups = [
  ['population.open', 'population.rename'],
  ['population.cut', 'population.copy', 'population.copy-alone', 'population.paste', 'population.give-to-all'],
  ['population.and', 'population.or', 'population.not'],
  ['population.export-events'],
  ['population.delete'],
] as const;
/** Where they make no sense they only take room. */
const optional = ['population.paste', 'population.and', 'population.or', 'population.not'] as const;

/** What can be done with the selected population, at the pointer. */
export function PopulationMenu(props: Pick<CommandMenuProps, 'anchor' | 'onClose'>) {
  const t = useMessages(messages);
  return <CommandMenu {...props} label={t('population')} groups={groups} optional={optional} danger="population.delete" />;
}
