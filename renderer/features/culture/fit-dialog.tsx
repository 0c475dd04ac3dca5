import './fit-dialog.css';
import { useEffect, useState } from 'react';
import { featureNames } from '../../../core/biology/classification/reasons.ts';
import type { FeatureId } from '../../../core/biology/features/feature-kinds.ts';
import { FEWEST_LOTS, type LabelledLot } from '../../../core/biology/lots/labelled-lot.ts';
import { approvedSet, figureIn, MOST_LEFT_OUT, type OwnMethod, rangedIds } from '../../../core/biology/lots/own-method.ts';
import { declaredCommands } from '../../../core/contract/commands.ts';
import { formatValue } from '../../../core/show/plot/number-format.ts';
import { whoWorks } from '../../context/app-context.ts';
import { useApp, useWindow } from '../../context/use-app.ts';
import { groupName } from '../../messages/group-names.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { shownClassified } from '../../store/classified.ts';
import { hasSamples } from '../../store/document.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { CloseAction } from '../../ui/close-action.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DraftInput } from '../../ui/draft-input.tsx';
import { Select } from '../../ui/select.tsx';
import { applyProfiles } from './actions.ts';
import { DayChart, LotChart } from './lot-chart.tsx';
import { messages } from './messages.ts';
import { type LotPlace, type OwnMethodDraft, useOwnMethod } from './use-own-method.ts';

/** A laboratory's own profile of a method: its lots chosen, the fit seen lot by lot, approved as the next version of the profiles. */
export function FitDialog({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const t = useMessages(messages);
  const language = useLanguage();
  const title = declaredCommands['culture.fit-profile'].words[language].replace('…', '');
  const declared = useWindow((state) => shownClassified(state)?.analysis.classification.declared?.method);
  const draft = useOwnMethod(declared, (method) => t('fitName', { method: nameOf(method) }));
  const { methods, method, result, read } = draft;
  const isSession = useWindow(hasSamples);
  const shownQuery = useWindow(({ archive }) => archive.shown);
  const [place, setPlace] = useState<LotPlace>('archive');
  const [query, setQuery] = useState(shownQuery);
  const [shown, setShown] = useState<'lots' | 'days'>('lots');
  const [pointed, setPointed] = useState<string>();
  const [by, setBy] = useState(whoWorks(app));
  useEffect(() => void read(place, query), [read, place, query]);
  const approve = () => {
    if (result === undefined || !result.fit.fitted || by.trim() === '') return;
    const confirmed = { by: by.trim(), at: new Date().toISOString(), lots: result.fit.lots };
    if (applyProfiles(app, approvedSet(result.set, method, confirmed))) onClose();
  };
  return (
    <Dialog label={title} onClose={onClose} testId="fit">
      <h2 className="dialog-title">{title}</h2>
      <div className="fit-head">
        <Select
          label={t('fitMethod')}
          value={method}
          options={methods.map((one) => ({ id: one.method, label: one.name[language] }))}
          onChange={draft.setMethod}
          testId="fit-method"
        />
        <Choice
          label={t('fitFrom')}
          value={place}
          options={[
            { id: 'archive', label: t('fitFromArchive'), testId: 'fit-archive' },
            ...(isSession ? [{ id: 'session' as const, label: t('fitFromSession'), testId: 'fit-session' }] : []),
          ]}
          onChange={setPlace}
        />
        {place === 'archive' && (
          <DraftInput value={query} onCommit={setQuery} label={t('fitQuery')} placeholder={t('fitQuery')} testId="fit-query" />
        )}
        <Choice
          label={t('fitShown')}
          value={shown}
          options={[
            { id: 'lots', label: t('fitByLot'), testId: 'fit-by-lot' },
            { id: 'days', label: t('fitByDay'), testId: 'fit-by-day' },
          ]}
          onChange={setShown}
        />
      </div>
      <p className={result?.fit.fitted === false ? 'culture-problem' : undefined} role="status" data-testid="fit-said">
        {said(draft)}
      </p>
      <div className="fit-body">
        <LotTable draft={draft} pointed={pointed} onPoint={setPointed} />
        <div className="fit-charts">
          {shown === 'lots' ? <LotCharts result={result} pointed={pointed} /> : <DayCharts lots={draft.measured} />}
        </div>
      </div>
      <p className="page-note">{shown === 'lots' ? t('fitBandHint') : t('fitDayHint', { fewest: FEWEST_LOTS })}</p>
      <div className="fit-end">
        <DraftInput value={draft.name} onCommit={draft.setName} label={t('fitNameLabel')} problemOf={problemOfName} testId="fit-name" />
        <DraftInput value={by} onCommit={setBy} label={t('approvedBy')} placeholder={t('approvedBy')} testId="fit-by" />
        <Button kind="primary" disabled={result?.fit.fitted !== true || by.trim() === ''} onClick={approve} testId="fit-approve">
          {t('fitApprove')}
        </Button>
        <CloseAction onClose={onClose} />
      </div>
    </Dialog>
  );

  function nameOf(id: string): string {
    return (
      app.store
        .getState()
        .session.history.present.protocol.classifier.profiles?.methods.find((one) => one.method === id)
        ?.name[language].replace(/ ?[((].*[))]/, '') ?? id
    );
  }
  function said({ reading, lots, ineligible }: OwnMethodDraft): string {
    if (reading) return t('fitReading');
    const left = ineligible === 0 ? '' : ` ${t('fitIneligible', { count: ineligible })}`;
    if (result === undefined) return t('fitComputing', { count: lots.length });
    const { fit } = result;
    if (!fit.fitted) return t('fitTooFew', { count: fit.lots, fewest: FEWEST_LOTS }) + left;
    const drift =
      fit.drift.length === 0 ? '' : ` ${t('fitDrift', { lots: [...new Set(fit.drift.flatMap((one) => one.lots))].join(', ') })}`;
    const many = fit.lots > MOST_LEFT_OUT ? ` ${t('fitMany', { most: MOST_LEFT_OUT })}` : '';
    return `${t('fitSaid', { count: fit.lots, all: lots.length, rejected: formatValue(Number((fit.leftOutRejected ?? 0).toFixed(1))) })}${left}${drift}${many}`;
  }
  function problemOfName(text: string): string | undefined {
    return text.trim() === '' || text.length > 100 ? t('fitNameProblem') : undefined;
  }
}

function LotCharts({ result, pointed }: { readonly result: OwnMethod | undefined; readonly pointed: string | undefined }) {
  if (result?.fit.fitted !== true) return null;
  return rangedIds.map((id) => {
    const figure = figureIn(result.profile, id);
    const isFitted = figure?.source === 'own' && result.lots.some(({ features }) => features.has(id));
    return figure && isFitted ? <LotChart key={id} feature={id} figure={figure} lots={result.lots} chosen={pointed} /> : null;
  });
}

const DayCharts = ({ lots }: { readonly lots: readonly LabelledLot[] }) =>
  rangedIds.map((id: FeatureId) => <DayChart key={id} feature={id} lots={lots} />);

interface LotTableProps {
  readonly draft: OwnMethodDraft;
  readonly pointed: string | undefined;
  readonly onPoint: (lot: string) => void;
}

/** Every lot: whether it is used, whether it lies in the bands, how the profile of the others calls it. */
function LotTable({ draft: { lots, isChosen, toggle, result }, pointed, onPoint }: LotTableProps) {
  const t = useMessages(messages);
  const language = useLanguage();
  return (
    <div className="fit-lots">
      <table className="culture-table" data-testid="fit-lots">
        <thead>
          <tr>
            <th>{t('fitLot')}</th>
            <th>{t('fitDayHead')}</th>
            <th>{t('fitOutside')}</th>
            <th>{t('fitLeftOut')}</th>
            <th>{t('fitP')}</th>
          </tr>
        </thead>
        <tbody>
          {lots.map((lot) => {
            const judged = result?.lots.find((one) => one.lot === lot.lot);
            const call = judged?.leftOut;
            return (
              <tr key={lot.lot} aria-current={lot.lot === pointed} onPointerEnter={() => onPoint(lot.lot)}>
                <td>
                  <label className="culture-check">
                    <input type="checkbox" checked={isChosen(lot)} onChange={() => toggle(lot)} data-testid={`fit-lot-${lot.lot}`} />
                    {lot.lot}
                  </label>
                </td>
                <td>{lot.day === undefined ? '–' : formatValue(lot.day)}</td>
                <td>{judged?.outside.map((id) => featureNames[id as FeatureId][language]).join(', ')}</td>
                <td className={call?.isOfGroup === false ? 'culture-problem' : undefined}>
                  {call ? groupName(call.group, language) : '–'}
                </td>
                <td>{call?.p === undefined ? '–' : call.p < 0.001 ? '<0.001' : call.p.toFixed(3)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
