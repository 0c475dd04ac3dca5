import { metadataWords } from '../../../core/data/metadata/metadata-words.ts';
import { mayHoldName } from '../../../core/data/metadata/personal-keywords.ts';
import { roles } from '../../../core/data/metadata/sample-metadata.ts';
import { useWindow } from '../../context/use-app.ts';
import { useLanguage } from '../../messages/language.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Select } from '../../ui/select.tsx';
import { fields, type Row, valuesIn, valuesOf } from './criterion-row.ts';
import type { T } from './messages.ts';

interface CriterionRowProps {
  readonly row: Row;
  readonly at: number;
  readonly onChange: (part: Partial<Row>) => void;
  readonly onRemove: () => void;
  readonly t: T;
}

/** One criterion: a field, a comparison, what samples say in it. */
export function CriterionRow({ row, at, onChange, onRemove, t }: CriterionRowProps) {
  const { field, keyword, test, text } = row;
  const language = useLanguage();
  const known = useWindow((state) => valuesOf(state, row));
  const list = `group-values-${at}`;
  return (
    <div className="group-criterion">
      <Select
        label={t('field')}
        value={field}
        options={[...fields.map((id) => ({ id, label: metadataWords[id][language] })), { id: 'keyword' as const, label: t('keyword') }]}
        onChange={(next) =>
          onChange({ field: next, ...(next === 'role' ? { text: 'fmo', test: 'is' } : field === 'role' ? { text: '' } : {}) })
        }
        testId={`group-field-${at}`}
      />
      {field === 'role' ? (
        <span>{t('oneOf')}</span>
      ) : (
        <Select
          label={t('test')}
          value={test}
          options={[
            { id: 'is' as const, label: t('is') },
            { id: 'contains' as const, label: t('contains') },
            { id: 'one-of' as const, label: t('oneOf') },
          ]}
          onChange={(next) => onChange({ test: next })}
          testId={`group-test-${at}`}
        />
      )}
      {field === 'role' ? (
        <Roles text={text} at={at} onChange={(next) => onChange({ text: next })} t={t} />
      ) : (
        <>
          <input
            className="input"
            value={text}
            list={list}
            onChange={(event) => onChange({ text: event.target.value })}
            aria-label={t(test === 'one-of' ? 'values' : 'value')}
            placeholder={t(test === 'one-of' ? 'values' : 'value')}
            data-testid={`group-value-${at}`}
          />
          <datalist id={list}>
            {known.map((value) => (
              <option key={value} value={value} />
            ))}
          </datalist>
        </>
      )}
      <IconButton icon="trash" label={t('removeCriterion')} onClick={onRemove} testId={`group-remove-${at}`} />
      {field === 'keyword' && (
        <>
          <input
            className="input group-keyword"
            value={keyword}
            onChange={(event) => onChange({ keyword: event.target.value })}
            aria-label={t('keywordName')}
            placeholder={t('keywordName')}
            data-testid={`group-keyword-${at}`}
          />
          {mayHoldName(keyword) && <span className="quiet small">{t('personal')}</span>}
        </>
      )}
    </div>
  );
}

function Roles({
  text,
  at,
  onChange,
  t,
}: Pick<CriterionRowProps, 'at' | 't'> & { readonly text: string; readonly onChange: (text: string) => void }) {
  const chosen = valuesIn(text);
  return (
    <span className="group-roles">
      {roles.map((role) => (
        <label key={role}>
          <input
            type="checkbox"
            checked={chosen.includes(role)}
            onChange={() => onChange(roles.filter((one) => (one === role ? !chosen.includes(one) : chosen.includes(one))).join(', '))}
            data-testid={`group-role-${at}-${role}`}
          />{' '}
          {t(`role.${role}`)}
        </label>
      ))}
    </span>
  );
}
