import { useRef, useState } from 'react';
import type { BridgeFile } from '../../../core/contract/bridge.ts';
import { declaredCommands } from '../../../core/contract/commands.ts';
import { type ReportParts, wholeCertificate } from '../../../core/contract/report-parts.ts';
import { annexSections } from '../../../core/show/report/report-template.ts';
import { ask, attempt } from '../../context/app-context.ts';
import { useApp, useWindow } from '../../context/use-app.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { sampleRows } from '../../store/selectors.ts';
import type { SampleKey } from '../../store/state.ts';
import { Button } from '../../ui/button.tsx';
import { CloseAction } from '../../ui/close-action.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FileName } from '../../ui/file-name.tsx';
import { currentSamples, exportReport } from './export.ts';
import { messages } from './messages.ts';
import './report-dialog.css';

type Phase =
  | { readonly is: 'choosing' }
  | { readonly is: 'writing'; readonly done: number; readonly total: number }
  | { readonly is: 'done'; readonly file: BridgeFile };

/** Which samples a report is of and what it holds; then how far it is; then the way to the file. */
export function ReportDialog({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const [phase, setPhase] = useState<Phase>({ is: 'choosing' });
  const giveUp = useRef(new AbortController());
  const language = useLanguage();
  const title = declaredCommands['file.export-report'].words[language].replace('…', '');
  const close = () => {
    giveUp.current.abort();
    onClose();
  };
  const write = async (keys: readonly SampleKey[], parts: ReportParts) => {
    const { signal } = giveUp.current;
    const onProgress = (done: number) => setPhase({ is: 'writing', done, total: keys.length });
    const file = await exportReport(app, { keys, parts }, { signal, onProgress });
    if (!signal.aborted) setPhase(file === undefined ? { is: 'choosing' } : { is: 'done', file });
  };
  return (
    <Dialog label={title} onClose={close} testId="report">
      <h2 className="dialog-title">{title}</h2>
      {phase.is === 'choosing' && <Choosing onWrite={(keys, parts) => void write(keys, parts)} onClose={close} />}
      {phase.is === 'writing' && <Writing done={phase.done} total={phase.total} onCancel={close} />}
      {phase.is === 'done' && <Done file={phase.file} onClose={close} />}
    </Dialog>
  );
}

interface ChoosingProps {
  readonly onWrite: (keys: readonly SampleKey[], parts: ReportParts) => void;
  readonly onClose: () => void;
}

function Choosing({ onWrite, onClose }: ChoosingProps) {
  const t = useMessages(messages);
  const current = useWindow(currentSamples);
  const rows = useWindow(sampleRows);
  const selected = useWindow(({ view }) => view.selected);
  const keys = current.map(({ key }) => key);
  const [chosen, setChosen] = useState<ReadonlySet<SampleKey>>(
    () => new Set(keys.includes(selected ?? '') && selected !== undefined ? [selected] : keys.slice(0, 1)),
  );
  const [parts, setParts] = useState<ReportParts>(wholeCertificate);
  const wanted = keys.filter((key) => chosen.has(key));
  const isNothing = wanted.length === 0 || !(parts.certificate || parts.record);
  const toggle = (key: SampleKey) => setChosen(new Set(chosen.has(key) ? wanted.filter((other) => other !== key) : [...wanted, key]));
  return (
    <>
      <div className="report-choice">
        <fieldset>
          <legend>
            {t('reportSamples')} {wanted.length} / {keys.length}
          </legend>
          <p>
            <Button kind="plain" onClick={() => setChosen(new Set(keys))} testId="report-all">
              {t('reportAll')}
            </Button>
            <Button kind="plain" onClick={() => setChosen(new Set())} testId="report-none">
              {t('reportNone')}
            </Button>
          </p>
          <div className="report-samples">
            {keys.map((key, i) => (
              <label key={key} className="report-line">
                <input type="checkbox" checked={chosen.has(key)} onChange={() => toggle(key)} data-testid={`report-sample-${i}`} />
                <FileName name={rows.find(({ id }) => id === key)?.name ?? ''} />
              </label>
            ))}
          </div>
        </fieldset>
        <Parts parts={parts} onChange={setParts} />
      </div>
      <div className="dialog-actions">
        <Button large onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button kind="primary" large autoFocus disabled={isNothing} onClick={() => onWrite(wanted, parts)} testId="report-write">
          {t('reportWrite')}
        </Button>
      </div>
    </>
  );
}

function Parts({ parts, onChange }: { readonly parts: ReportParts; readonly onChange: (parts: ReportParts) => void }) {
  const t = useMessages(messages);
  const { certificate, annexes, record } = parts;
  return (
    <fieldset>
      <legend>{t('reportParts')}</legend>
      <label className="report-line">
        <input
          type="checkbox"
          checked={certificate}
          onChange={() => onChange({ ...parts, certificate: !certificate })}
          data-testid="report-certificate"
        />
        {t('part.certificate')}
      </label>
      {annexSections.map((annex) => (
        <label key={annex} className="report-line report-annex">
          <input
            type="checkbox"
            disabled={!certificate}
            checked={certificate && annexes.includes(annex)}
            onChange={() =>
              onChange({
                ...parts,
                annexes: annexSections.filter((one) => (one === annex ? !annexes.includes(one) : annexes.includes(one))),
              })
            }
            data-testid={`report-${annex}`}
          />
          {t(`part.${annex}`)}
        </label>
      ))}
      <label className="report-line">
        <input type="checkbox" checked={record} onChange={() => onChange({ ...parts, record: !record })} data-testid="report-record" />
        {t('part.record')}
      </label>
    </fieldset>
  );
}

function Writing({ done, total, onCancel }: { readonly done: number; readonly total: number; readonly onCancel: () => void }) {
  const t = useMessages(messages);
  const label = done < total ? t('reportWriting', { done: done + 1, total }) : t('reportPrinting');
  return (
    <>
      <p role="status" data-testid="report-progress">
        <progress className="report-progress" value={done} max={total + 1} aria-label={label} /> {label}
      </p>
      <div className="dialog-actions">
        <Button large autoFocus onClick={onCancel} testId="report-cancel">
          {t('cancel')}
        </Button>
      </div>
    </>
  );
}

function Done({ file, onClose }: { readonly file: BridgeFile; readonly onClose: () => void }) {
  const app = useApp();
  const t = useMessages(messages);
  return (
    <>
      <p className="selectable" data-testid="report-done">
        {t('written', { file: file.name })}
      </p>
      <p className="report-done">
        <Button
          kind="primary"
          large
          autoFocus
          onClick={() => void attempt(app, () => ask(app.bridge.openReport(file.token)))}
          testId="report-open"
        >
          {t('reportOpen')}
        </Button>
        <Button large onClick={() => void attempt(app, () => ask(app.bridge.revealFile(file.token)))} testId="report-reveal">
          {t('reportReveal')}
        </Button>
      </p>
      <CloseAction onClose={onClose} />
    </>
  );
}
