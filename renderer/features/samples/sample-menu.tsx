import { useMessages } from '../../messages/language.ts';
import type { SampleRow } from '../../store/sample-row.ts';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import type { Anchor } from '../../ui/popover.tsx';
import { messages } from './messages.ts';
import type { SampleAction } from './sample-row.ts';

export interface SampleMenuProps {
  readonly sample: SampleRow;
  readonly anchor: Anchor;
  readonly canReveal: boolean;
  readonly onPick: (action: SampleAction) => void;
  readonly onClose: () => void;
}

/** What can be done with one sample, at the pointer. */
export function SampleMenu({ sample, anchor, canReveal, onPick, onClose }: SampleMenuProps) {
  const t = useMessages(messages);
  const ready = sample.state === 'ready';
  const items: readonly (MenuItem<SampleAction> | false)[] = [
    { id: 'open-plot', label: t('openPlot'), hint: 'Enter', disabled: !ready },
    { id: 'edit-metadata', label: t('editMetadata'), icon: 'pencil' },
    {
      id: 'toggle-reference',
      label: t(sample.metadata.role === 'reference' ? 'dropReference' : 'useReference'),
      icon: 'note',
      disabled: !ready,
    },
    { id: 'export-report', label: t('reportOfSample'), icon: 'report', disabled: !ready },
    sample.state === 'missing' && { id: 'relink', label: t('relink'), icon: 'link', lined: true },
    canReveal && sample.state !== 'missing' && { id: 'reveal', label: t('revealFile'), icon: 'folder', lined: true },
    { id: 'remove', label: t('removeSample'), icon: 'trash', hint: 'Del', danger: true, lined: true },
  ];
  return (
    <Menu anchor={anchor} label={t('sampleActions')} items={items.filter((item) => item !== false)} onPick={onPick} onClose={onClose} />
  );
}
