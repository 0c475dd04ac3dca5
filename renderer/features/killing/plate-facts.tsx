import { dayOf } from '../../../core/base/written-date.ts';
import type { Effector, Plate } from '../../../core/study/killing/plate.ts';
import { edit } from '../../context/edit.ts';
import { useApp } from '../../context/use-app.ts';
import { useMessages } from '../../messages/language.ts';
import { Button } from '../../ui/button.tsx';
import { DraftInput } from '../../ui/draft-input.tsx';
import { Field } from '../../ui/field.tsx';
import { parseNumber } from '../../ui/parse-number.ts';
import { Select } from '../../ui/select.tsx';
import { messages } from './messages.ts';

/** What is said of the whole plate: its name and date, how long, and the effectors that its wells hold. */
export function PlateFacts({ id, plate }: { readonly id: string; readonly plate: Plate }) {
  const app = useApp();
  const t = useMessages(messages);
  const number = (field: 'hours' | 'targetViability', most: number, label: string) => (
    <Field label={label}>
      <DraftInput
        value={plate[field] === undefined ? '' : String(plate[field])}
        onCommit={(text) => edit(app, { type: 'plate/change', id, [field]: text.trim() === '' ? null : parseNumber(text) })}
        problemOf={(text) => (text.trim() === '' || isWithin(text, most) ? undefined : t('plateNumberWrong'))}
        label={label}
        numeric
        testId={`plate-${field}`}
      />
    </Field>
  );
  return (
    <section className="plate-facts" aria-label={t('plateFacts')}>
      <Field label={t('plateName')}>
        <DraftInput
          value={plate.name}
          onCommit={(name) => edit(app, { type: 'plate/change', id, name })}
          problemOf={(text) => (text.trim() === '' ? t('plateNumberWrong') : undefined)}
          label={t('plateName')}
          testId="plate-name"
        />
      </Field>
      <Field label={t('plateDate')}>
        <DraftInput
          value={plate.date ?? ''}
          onCommit={(date) => edit(app, { type: 'plate/change', id, date: date.trim() === '' ? null : dayOf(date) })}
          label={t('plateDate')}
          testId="plate-date"
        />
      </Field>
      {number('hours', 1000, t('plateHours'))}
      {number('targetViability', 100, t('plateTargets'))}
    </section>
  );
}

const isWithin = (text: string, most: number): boolean => {
  const value = parseNumber(text);
  return value !== undefined && value > 0 && value <= most;
};

const texts = ['id', 'lot', 'donor', 'method'] as const;
const numbers = ['day', 'viability', 'nkOfViable', 'cells'] as const;
const most: { readonly [N in (typeof numbers)[number]]: number } = { day: 1000, viability: 100, nkOfViable: 100, cells: 1e14 };

/** The effectors of a plate, a row each. */
export function Effectors({ id, plate }: { readonly id: string; readonly plate: Plate }) {
  const app = useApp();
  const t = useMessages(messages);
  const set = (effectors: readonly Effector[]) => edit(app, { type: 'plate/change', id, effectors: [...effectors] });
  const change = (at: number, next: Effector) => set(plate.effectors.map((one, i) => (i === at ? next : one)));
  const name = () => {
    // wells may still hold one that was removed: a new one never takes them over
    const taken = new Set([...plate.effectors.map((one) => one.id), ...plate.wells.map((well) => well.effector)]);
    let number = plate.effectors.length + 1;
    while (taken.has(`E${number}`)) number++;
    return `E${number}`;
  };
  return (
    <section aria-label={t('effectorsHeading')}>
      <h3>{t('effectorsHeading')}</h3>
      {plate.effectors.length > 0 && (
        <table className="plate-effectors">
          <thead>
            <tr>
              {[...texts, ...numbers].map((field) => (
                <th key={field} scope="col">
                  {t(`effector.${field}`)}
                </th>
              ))}
              <th scope="col">{t('effectorBasis')}</th>
              <th scope="col">{t('effectorControl')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {plate.effectors.map((effector, at) => (
              <tr key={effector.id} data-testid={`effector-${effector.id}`}>
                {texts.map((field) => (
                  <td key={field}>
                    <DraftInput
                      value={effector[field] ?? ''}
                      onCommit={(text) => change(at, withSaid(effector, field, text.trim() === '' ? undefined : text.trim()))}
                      problemOf={(text) =>
                        field === 'id' && (text.trim() === '' || plate.effectors.some((one, i) => i !== at && one.id === text.trim()))
                          ? t('plateNumberWrong')
                          : undefined
                      }
                      label={`${effector.id} ${t(`effector.${field}`)}`}
                      testId={`effector-${at}-${field}`}
                    />
                  </td>
                ))}
                {numbers.map((field) => (
                  <td key={field}>
                    <DraftInput
                      value={effector[field] === undefined ? '' : String(effector[field])}
                      onCommit={(text) => change(at, withSaid(effector, field, parseNumber(text)))}
                      problemOf={(text) => (isFit(text, most[field]) ? undefined : t('plateNumberWrong'))}
                      label={`${effector.id} ${t(`effector.${field}`)}`}
                      numeric
                      testId={`effector-${at}-${field}`}
                    />
                  </td>
                ))}
                <td>
                  <Select
                    label={`${effector.id} ${t('effectorBasis')}`}
                    value={effector.basis}
                    options={(['viable', 'total'] as const).map((basis) => ({ id: basis, label: t(`basis.${basis}`) }))}
                    onChange={(basis) => change(at, { ...effector, basis })}
                  />
                </td>
                <td>
                  <input
                    type="checkbox"
                    checked={effector.isControl === true}
                    aria-label={`${effector.id} ${t('effectorControl')}`}
                    onChange={(event) => change(at, withSaid(effector, 'isControl', event.target.checked || undefined))}
                  />
                </td>
                <td>
                  <Button onClick={() => set(plate.effectors.filter((_, i) => i !== at))} title={t('effectorRemove', { id: effector.id })}>
                    ×
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Button onClick={() => set([...plate.effectors, { id: name(), basis: 'viable' }])} testId="effector-add">
        {t('effectorAdd')}
      </Button>
    </section>
  );
}

const isFit = (text: string, most: number): boolean => {
  const value = parseNumber(text);
  return text.trim() === '' || (value !== undefined && value >= 0 && value <= most);
};

/** The effector with something else said of it; undefined: no more said. */
function withSaid<F extends keyof Effector>(effector: Effector, field: F, value: Effector[F] | undefined): Effector {
  const { [field]: _, ...others } = effector;
  return (value === undefined ? others : { ...effector, [field]: value }) as Effector;
}
