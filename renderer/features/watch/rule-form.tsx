import { useId } from 'react';
import { ask, attempt } from '../../context/app-context.ts';
import { useApp, useWindow } from '../../context/use-app.ts';
import { useFormDraft } from '../../context/use-form-draft.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { Button } from '../../ui/button.tsx';
import { messages } from './messages.ts';

/** A new rule: by the protocol of the session, for a folder that a dialog asks for. */
export function RuleForm({ onAdded }: { readonly onAdded: () => void }) {
  const app = useApp();
  const t = useMessages(messages);
  const language = useLanguage();
  const id = useId();
  const protocol = useWindow(({ session }) => session.history.present.protocol);
  const [draft, setDraft] = useFormDraft('watch rule');
  const text = (field: string): string => String(draft[field] ?? '');
  const [name, named, files] = [text('name').trim(), text('named').trim(), text('files').trim()];
  const writes = draft['writes'] === 'yes';
  const add = async () => {
    const wish = {
      ...{ name, files: files === '' ? '*' : files, protocol: JSON.stringify(protocol), writes, language },
      ...(named === '' ? {} : { named }),
    };
    if ((await attempt(app, () => ask(app.bridge.addWatchRule(wish)))) !== true) return;
    setDraft({});
    onAdded();
  };
  return (
    <form
      className="watch-form"
      aria-label={t('watchAdd')}
      onSubmit={(event) => {
        event.preventDefault();
        if (name !== '') void add();
      }}
      data-testid="watch-form"
    >
      {(['name', 'files', 'named'] as const).map((field) => (
        <div className="field" key={field}>
          <label className="field-label" htmlFor={`${id}${field}`}>
            {t(labels[field])}
          </label>
          <input
            id={`${id}${field}`}
            className="input"
            value={text(field)}
            placeholder={field === 'files' ? '*' : ''}
            onChange={({ target }) => setDraft({ ...draft, [field]: target.value })}
            data-testid={`watch-${field}`}
          />
        </div>
      ))}
      <p className="quiet">{t('watchNamedHint')}</p>
      <label className="archive-check">
        <input
          type="checkbox"
          checked={writes}
          onChange={({ target }) => setDraft({ ...draft, writes: target.checked ? 'yes' : '' })}
          data-testid="watch-writes"
        />
        {t('watchWrites')}
      </label>
      <p className="quiet">{t('watchProtocolHint', { name: protocol.name, revision: protocol.revision })}</p>
      <Button onClick={() => void add()} disabled={name === ''} testId="watch-add">
        {t('watchAddNow')}
      </Button>
    </form>
  );
}

const labels = { name: 'watchName', files: 'watchFiles', named: 'watchNamed' } as const;
