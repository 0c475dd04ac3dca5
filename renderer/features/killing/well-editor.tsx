import { roleWords } from '../../../core/show/killing/role-words.ts';
import { type Plate, type WellRow, wellRoles } from '../../../core/study/killing/plate.ts';
import { edit } from '../../context/edit.ts';
import { useApp } from '../../context/use-app.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { Button } from '../../ui/button.tsx';
import { DraftInput } from '../../ui/draft-input.tsx';
import { Field } from '../../ui/field.tsx';
import { parseNumber } from '../../ui/parse-number.ts';
import { Select } from '../../ui/select.tsx';
import { messages } from './messages.ts';
import { byName, type Chosen, ratiosOf, wellsIn, writtenFields } from './wells.ts';

export interface WellEditorProps {
  readonly id: string;
  readonly plate: Plate;
  readonly chosen: Chosen;
  readonly onClear: () => void;
}

/** What the chosen wells hold: their use, effector, E:T and reading; and whether a person leaves them out, and why. */
export function WellEditor({ id, plate, chosen, onClear }: WellEditorProps) {
  const app = useApp();
  const t = useMessages(messages);
  const language = useLanguage();
  const names = wellsIn(chosen);
  const known = byName(plate);
  const held = names.flatMap((name) => known.get(name) ?? []);
  const [first, ...others] = held;
  const same = <T,>(of: (well: WellRow) => T): T | undefined => {
    if (first === undefined || held.length < names.length) return undefined;
    return others.every((well) => of(well) === of(first)) ? of(first) : undefined;
  };
  const set = (change: (well: string, before: WellRow) => WellRow) =>
    edit(app, { type: 'plate/wells', id, wells: names.map((well) => change(well, known.get(well) ?? { well, role: 'test' })) });
  const role = same((well) => well.role);
  const effector = same((well) => well.effector ?? '');
  const ratio = same((well) => well.et);
  const isOut = held.length > 0 && held.every(({ excluded }) => excluded !== undefined);
  return (
    <section className="well-editor" aria-label={t('wellRole')}>
      <h3 data-testid="wells-chosen">
        {names.length === 1 ? names[0] : t('wellsChosen', { count: names.length, first: names[0] ?? '', last: names.at(-1) ?? '' })}
      </h3>
      <Field label={t('wellRole')}>
        <Select
          label={t('wellRole')}
          value={role ?? 'none'}
          options={[
            ...(role === undefined ? [{ id: 'none' as const, label: held.length === 0 ? t('wellEmpty') : t('wellRoleMixed') }] : []),
            ...wellRoles.map((one) => ({ id: one, label: roleWords[`role.${one}`][language] })),
          ]}
          onChange={(next) => next !== 'none' && set((well, before) => ({ ...before, well, role: next }))}
          testId="well-role"
        />
      </Field>
      <Field label={t('wellEffector')}>
        <Select
          label={t('wellEffector')}
          value={effector ?? ''}
          options={[
            { id: '', label: t('wellNoEffector') },
            ...plate.effectors.map((one) => ({ id: one.id, label: one.id })),
            ...(effector === undefined || effector === '' || plate.effectors.some((one) => one.id === effector)
              ? []
              : [{ id: effector, label: t('wellEffectorGone', { id: effector }) }]),
          ]}
          onChange={(next) => set((well, { effector: _, ...before }) => ({ ...before, well, ...(next === '' ? {} : { effector: next }) }))}
          testId="well-effector"
        />
      </Field>
      <Field label={t('wellRatio')} hint={t('wellRatioHint')}>
        <DraftInput
          key={`${names.join(' ')} ${held.map(({ et }) => et).join(' ')}`}
          value={ratio === undefined ? '' : String(ratio)}
          onCommit={(text) => {
            const at = ratiosOf(text, chosen);
            if (text.trim() === '') set((well, { et: _, ...before }) => ({ ...before, well }));
            else if (at !== undefined) set((well, before) => ({ ...before, well, et: at(well) }));
          }}
          problemOf={(text) => (text.trim() === '' || ratiosOf(text, chosen) !== undefined ? undefined : t('wellRatioWrong'))}
          label={t('wellRatio')}
          numeric
          testId="well-ratio"
        />
      </Field>
      {names.length === 1 &&
        writtenFields(plate.assay, first?.role).map((field) => (
          <Field key={field} label={t(`reading.${field}`)}>
            <DraftInput
              key={names.join(' ')}
              value={first?.[field] === undefined ? '' : String(first[field])}
              onCommit={(text) =>
                set((well, { [field]: _, ...before }) => ({
                  ...before,
                  well,
                  ...(text.trim() === '' ? {} : { [field]: parseNumber(text) ?? text.trim() }),
                }))
              }
              label={t(`reading.${field}`)}
              numeric
              testId={`well-${field}`}
            />
          </Field>
        ))}
      {names.length === 1 && plate.assay?.flow && first && (
        <Field label={t('wellFcs')}>
          <DraftInput
            key={names.join(' ')}
            value={first.fcs?.file ?? ''}
            onCommit={(text) =>
              set((well, { fcs: _, ...before }) => ({ ...before, well, ...(text.trim() === '' ? {} : { fcs: { file: text.trim() } }) }))
            }
            label={t('wellFcs')}
            testId="well-fcs"
          />
        </Field>
      )}
      {held.length > 0 &&
        (isOut ? (
          <Button onClick={() => set((well, { excluded: _, ...before }) => ({ ...before, well }))} testId="well-in">
            {t('wellIn')}
          </Button>
        ) : (
          <Field label={t('wellOut')}>
            <DraftInput
              key={names.join(' ')}
              value=""
              onCommit={(reason) =>
                reason.trim() !== '' &&
                edit(app, {
                  type: 'plate/wells',
                  id,
                  wells: held.map((well) => ({ ...well, excluded: { reason: reason.trim() } })),
                })
              }
              label={t('wellOutReason')}
              testId="well-out"
            />
          </Field>
        ))}
      {held.length > 0 && (
        <Button onClick={onClear} testId="well-clear">
          {t('wellClear')}
        </Button>
      )}
    </section>
  );
}
