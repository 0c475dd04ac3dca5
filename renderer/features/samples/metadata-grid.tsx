import './metadata-grid.css';
import { useState } from 'react';
import { roles } from '../../../core/data/metadata/sample-metadata.ts';
import { edit } from '../../context/edit.ts';
import { useApp, useWindow } from '../../context/use-app.ts';
import { useMessages } from '../../messages/language.ts';
import { keyOfSample } from '../../store/document.ts';
import { chosenSamples } from '../../store/picked.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { messages, type T } from './messages.ts';
import { type GridField, type GridRow, gridFields, isValid, metadataOf, pasted, type RoleWords, textsOf } from './metadata-cells.ts';

const roleWords = Object.fromEntries(roles.map((role) => [role, Object.values(messages[`role.${role}`])])) as unknown as RoleWords;

/** The details of the chosen samples side by side; cells of a spreadsheet can be pasted over them. All of it is one change. */
export function MetadataGrid({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const t = useMessages(messages);
  const samples = useWindow(({ session, view }) => {
    const keys = new Set(chosenSamples(view));
    return session.history.present.samples.filter((sample) => keys.has(keyOfSample(sample)));
  });
  const [rows, setRows] = useState<readonly GridRow[]>(() => samples.map(({ metadata }) => textsOf(metadata, (role) => t(`role.${role}`))));
  const wrong = rows.flatMap((row) => gridFields.filter((field) => !isValid(field, row[field], roleWords))).length;
  const save = () => {
    const changed = samples.flatMap(({ id, metadata }, i) => {
      const after = metadataOf(rows[i] as GridRow, metadata, roleWords);
      return JSON.stringify(after) === JSON.stringify(metadata) ? [] : [{ sample: id, metadata: after }];
    });
    if (changed.length === 0 || edit(app, { type: 'samples/metadata', samples: changed })) onClose();
  };
  return (
    <Dialog label={t('gridTitle')} onClose={onClose} testId="metadata-grid">
      <h2 className="dialog-title">{t('gridTitle')}</h2>
      <p className="quiet small">{t('pasteHint')}</p>
      <div className="metadata-grid">
        <table>
          <thead>
            <tr>
              <th>{t('file')}</th>
              {gridFields.map((field) => (
                <th key={field}>{t(field)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {samples.map(({ id, file }, i) => (
              <tr key={id}>
                <th title={file.name}>
                  <span className="one-line">{file.dataset === 0 ? file.name : `${file.name} [${file.dataset + 1}]`}</span>
                </th>
                {gridFields.map((field, j) => (
                  <Cell
                    key={field}
                    field={field}
                    text={rows[i]?.[field] ?? ''}
                    name={`${file.name}: ${t(field)}`}
                    onText={(text) => setRows(rows.map((row, k) => (k === i ? { ...row, [field]: text } : row)))}
                    onPaste={(text) => setRows(pasted(rows, { row: i, column: j }, text))}
                    testId={`grid-${i}-${field}`}
                    t={t}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="dialog-actions">
        {wrong > 0 && <span role="alert">{t('gridWrong', { count: wrong })}</span>}
        <Button large onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button large kind="primary" disabled={wrong > 0} onClick={save} testId="grid-save">
          {t('gridSave', { count: samples.length })}
        </Button>
      </div>
    </Dialog>
  );
}

interface CellProps {
  readonly field: GridField;
  readonly text: string;
  readonly name: string;
  readonly onText: (text: string) => void;
  readonly onPaste: (text: string) => void;
  readonly testId: string;
  readonly t: T;
}

function Cell({ field, text, name, onText, onPaste, testId, t }: CellProps) {
  const valid = isValid(field, text, roleWords);
  return (
    <td>
      <input
        className="input"
        value={text}
        onChange={(event) => onText(event.target.value)}
        onPaste={(event) => {
          const copied = event.clipboardData.getData('text/plain');
          // a single cell goes where the caret is
          if (!/[\t\r\n]/.test(copied.replace(/\r?\n$/, ''))) return;
          event.preventDefault();
          onPaste(copied);
        }}
        data-autofocus={testId === 'grid-0-role' ? true : undefined}
        aria-label={name}
        aria-invalid={!valid}
        title={valid ? undefined : t(field === 'day' ? 'dayInvalid' : 'roleInvalid')}
        data-testid={testId}
      />
    </td>
  );
}
