import { useMessages } from '../messages/language.ts';
import { Dialog } from './dialog.tsx';
import { FileName } from './file-name.tsx';
import { messages } from './messages.ts';
import { SearchList } from './search-list.tsx';

export interface PaletteItem {
  readonly id: string;
  /** Where it stands: a menu, the samples, the populations. */
  readonly group: string;
  readonly label: string;
  /** The key that does the same. */
  readonly shortcut?: string | undefined;
  /** Further words to be found by, such as the command's name in the other language. */
  readonly also?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** The label is the name of a file. */
  readonly isName?: boolean;
}

export interface PaletteProps {
  readonly label: string;
  readonly items: readonly PaletteItem[];
  readonly onPick: (id: string) => void;
  readonly onClose: () => void;
}

/** Everything one can do, by typing a few of its letters. */
export function Palette({ label, items, onPick, onClose }: PaletteProps) {
  const t = useMessages(messages);
  return (
    <Dialog label={label} onClose={onClose} top testId="palette">
      <SearchList
        items={items}
        textOf={({ label, also = '' }) => `${label} ${also}`}
        onPick={({ id }) => {
          onClose();
          onPick(id);
        }}
        label={label}
        hint={t('paletteHint')}
        listClass="palette-list"
        optionClass="palette-item"
        testId="palette-search"
        optionTestId="palette"
      >
        {({ group, label, shortcut, isName = false }) => (
          <>
            <span className="palette-group one-line">{group}</span>
            {isName ? <FileName name={label} /> : <span className="palette-label one-line">{label}</span>}
            {shortcut !== undefined && <span className="palette-key">{shortcut}</span>}
          </>
        )}
      </SearchList>
    </Dialog>
  );
}
