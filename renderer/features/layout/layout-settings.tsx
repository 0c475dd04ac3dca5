import { changeGrid } from '../../../core/study/arrangement/edit-layout.ts';
import { type Layout, MOST_CELLS, type Repeat, repeats } from '../../../core/study/arrangement/layout.ts';
import { useMessages } from '../../messages/language.ts';
import { Choice } from '../../ui/choice.tsx';
import { DraftInput } from '../../ui/draft-input.tsx';
import { Field } from '../../ui/field.tsx';
import { parseNumber } from '../../ui/parse-number.ts';
import { Select } from '../../ui/select.tsx';
import { messages } from './messages.ts';

const repeatWords = {
  once: 'repeatOnce',
  sample: 'repeatSample',
  lot: 'repeatLot',
  donor: 'repeatDonor',
  run: 'repeatRun',
  day: 'repeatDay',
  role: 'repeatRole',
  culture: 'repeatCulture',
  group: 'repeatGroup',
} as const satisfies { readonly [R in Repeat]: keyof typeof messages };

export interface LayoutSettingsProps {
  readonly layout: Layout;
  readonly names: readonly string[];
  readonly onChange: (change: (layout: Layout) => Layout) => void;
  readonly onRename: (name: string) => void;
}

/** What holds for all pages of a layout. */
export function LayoutSettings({ layout, names, onChange, onRename }: LayoutSettingsProps) {
  const t = useMessages(messages);
  const { name, paper, landscape, repeat } = layout;
  return (
    <>
      <Field label={t('layoutName')}>
        <DraftInput
          label={t('layoutName')}
          value={name}
          problemOf={(text) =>
            text.trim() === '' || (names.includes(text.trim()) && text.trim() !== name) ? t('layoutNameTaken') : undefined
          }
          onCommit={(text) => {
            onChange((known) => ({ ...known, name: text.trim().slice(0, 200) }));
            onRename(text.trim().slice(0, 200));
          }}
          testId="layout-name"
        />
      </Field>
      <Field label={t('layoutRepeat')}>
        <Select
          label={t('layoutRepeat')}
          value={repeat}
          options={repeats.map((id) => ({ id, label: t(repeatWords[id]) }))}
          onChange={(id) => onChange((known) => ({ ...known, repeat: id }))}
          testId="layout-repeat"
        />
      </Field>
      <Field label={t('layoutPaper')}>
        <Choice
          label={t('layoutPaper')}
          value={paper}
          options={[
            { id: 'a4', label: 'A4' },
            { id: 'letter', label: 'Letter' },
          ]}
          onChange={(id) => onChange((known) => changeGrid(known, { paper: id }))}
        />
      </Field>
      <Field label={t('layoutOrientation')}>
        <Choice
          label={t('layoutOrientation')}
          value={landscape ? 'landscape' : 'portrait'}
          options={[
            { id: 'portrait', label: t('layoutPortrait') },
            { id: 'landscape', label: t('layoutLandscape'), testId: 'layout-landscape' },
          ]}
          onChange={(id) => onChange((known) => changeGrid(known, { landscape: id === 'landscape' }))}
        />
      </Field>
      {(['columns', 'rows'] as const).map((side) => (
        <Field key={side} label={t(side === 'columns' ? 'layoutColumns' : 'layoutRows')}>
          <DraftInput
            label={t(side === 'columns' ? 'layoutColumns' : 'layoutRows')}
            numeric
            value={String(layout[side])}
            problemOf={(text) => (cellsIn(text) === undefined ? `1–${MOST_CELLS}` : undefined)}
            onCommit={(text) => onChange((known) => changeGrid(known, { [side]: cellsIn(text) ?? known[side] }))}
            testId={`layout-${side}`}
          />
        </Field>
      ))}
      <p className="layout-hint">{t('itemNone')}</p>
    </>
  );
}

function cellsIn(text: string): number | undefined {
  const cells = parseNumber(text);
  return cells !== undefined && Number.isInteger(cells) && cells >= 1 && cells <= MOST_CELLS ? cells : undefined;
}
