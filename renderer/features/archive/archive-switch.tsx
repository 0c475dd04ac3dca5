import type { ArchivePlaces } from '../../../core/contract/archive-calls.ts';
import { useMessages } from '../../messages/language.ts';
import { MenuButton } from '../../ui/menu.tsx';
import { messages } from './messages.ts';

export interface ArchiveSwitchProps {
  readonly places: ArchivePlaces | undefined;
  readonly busy: boolean;
  readonly onUse: (id: string) => void;
  readonly onFile: () => void;
  readonly onNew: () => void;
  readonly onServer: () => void;
  readonly onForget: (id: string) => void;
}

/** Which archive is open, and the way to another one. */
export function ArchiveSwitch({ places, busy, onUse, onFile, onNew, onServer, onForget }: ArchiveSwitchProps) {
  const t = useMessages(messages);
  const { current = 'own', archives = [], readOnly = null } = places ?? {};
  const nameOf = ({ kind, name }: ArchivePlaces['archives'][number]): string => (kind === 'own' ? t('ownArchive') : name);
  const open = archives.find(({ id }) => id === current);
  const others = archives.filter(({ kind }) => kind !== 'own');
  const items = [
    ...archives.map((one) => ({ id: `use ${one.id}`, label: nameOf(one), checked: one.id === current, disabled: busy })),
    { id: 'file', label: t('openArchiveFile'), lined: true, disabled: busy },
    { id: 'new', label: t('newArchiveFile'), disabled: busy },
    { id: 'server', label: t('openArchiveServer'), disabled: busy },
    ...others.map((one, i) => ({
      id: `forget ${one.id}`,
      label: t('forgetArchive', { name: nameOf(one) }),
      lined: i === 0,
      disabled: busy,
    })),
  ];
  const pick = (id: string) => {
    if (id === 'file') onFile();
    else if (id === 'new') onNew();
    else if (id === 'server') onServer();
    else if (id.startsWith('forget ')) onForget(id.slice('forget '.length));
    else onUse(id.slice('use '.length));
  };
  return (
    <span className="archive-switch" data-testid="archive-place" data-place={current}>
      <span className="quiet one-line" title={open?.url ?? open?.name}>
        {open === undefined ? '' : nameOf(open)}
      </span>
      {readOnly === true && <span className="archive-tag">{t('readOnlyArchive')}</span>}
      <MenuButton icon="down" label={t('whichArchive')} items={items} onPick={pick} testId="archive-switch" />
    </span>
  );
}
