import './validate-dialog.css';
import { useState } from 'react';
import { declaredCommands } from '../../../core/contract/commands.ts';
import {
  points,
  quantityName,
  repeatSentence,
  validationDocument,
  validationSentences,
} from '../../../core/show/validation/validation-document.ts';
import { translator as pageTranslator } from '../../../core/show/validation/words.ts';
import type { OwnValidation, ValidatedSessions } from '../../../core/study/validation/own-validation.ts';
import { ask, attempt } from '../../context/app-context.ts';
import { printDocument } from '../../context/print-document.ts';
import { useApp } from '../../context/use-app.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { Button } from '../../ui/button.tsx';
import { CloseAction } from '../../ui/close-action.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { AgreementChart } from '../archive/agreement-chart.tsx';
import { messages } from './messages.ts';

/** Automatic gates against those of two persons: sessions chosen, agreement seen, one page written. */
export function ValidateDialog({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const t = useMessages(messages);
  const language = useLanguage();
  const title = declaredCommands['validate.own'].words[language].replace('…', '');
  const [found, setFound] = useState<ValidatedSessions>();
  const [reading, setReading] = useState(false);
  const choose = async () => {
    setReading(true);
    const validated = await attempt(app, () => ask(app.bridge.validateOwn()));
    setReading(false);
    if (validated) setFound(validated);
  };
  return (
    <Dialog label={title} onClose={onClose} testId="validate">
      <h2 className="dialog-title">{title}</h2>
      {found === undefined && <p className="page-note">{t('validateHint')}</p>}
      {found && (
        <div className="validate-body" data-testid="validated">
          {validationSentences(found.validation, { language, changed: found.changed }).map((text) => (
            <p key={text}>{text}</p>
          ))}
          <Agreement validation={found.validation} />
        </div>
      )}
      <div className="dialog-actions">
        <span className="quiet small" role="status">
          {reading && t('validateReading')}
        </span>
        <Button kind={found ? 'normal' : 'primary'} disabled={reading} onClick={() => void choose()} testId="validate-choose">
          {t('validateChoose')}
        </Button>
        {found && (
          <Button
            kind="primary"
            onClick={() => void printDocument(app, t('validateName'), (printing) => validationDocument(found, printing))}
            testId="validate-pdf"
          >
            {t('validatePdf')}
          </Button>
        )}
        <CloseAction onClose={onClose} />
      </div>
    </Dialog>
  );
}

/** Quantity by quantity with the plot of the chosen one; which gates differ; how well persons repeat. */
function Agreement({ validation: { quantities, causes, repeatability } }: { readonly validation: OwnValidation }) {
  const t = useMessages(messages);
  const language = useLanguage();
  const [chosen, setChosen] = useState<string>();
  const shown = quantities.find(({ quantity }) => quantity === chosen) ?? quantities[0];
  const say = pageTranslator(language);
  return (
    <>
      <div className="validate-agreement">
        <table className="culture-table" data-testid="validate-quantities">
          <thead>
            <tr>
              <th>{t('validateOf')}</th>
              <th>{t('validateFiles')}</th>
              <th>{t('validateBias')}</th>
              <th>{t('validateLimits')}</th>
              <th>{t('validateBetween')}</th>
            </tr>
          </thead>
          <tbody>
            {quantities.map(({ quantity, files, automatic, between }) => (
              <tr key={quantity} aria-current={quantity === shown?.quantity}>
                <td>
                  <button type="button" className="link" onClick={() => setChosen(quantity)} title={quantity}>
                    {quantityName(quantity, language)}
                  </button>
                </td>
                <td>{files}</td>
                <td>{`${points(automatic.bias)} (${points(automatic.biasInterval[0])}…${points(automatic.biasInterval[1])})`}</td>
                <td>{`${points(automatic.lower)} … ${points(automatic.upper)}`}</td>
                <td>{points(between.bias)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {shown && (
          <AgreementChart agreement={shown.automatic} label={say('figure', { quantity: quantityName(shown.quantity, language) })} />
        )}
      </div>
      <table className="culture-table" data-testid="validate-causes">
        <thead>
          <tr>
            <th>{t('validateGate')}</th>
            <th>{t('validatePerson')}</th>
            <th>{t('validateFiles')}</th>
            <th>{t('validateMean')}</th>
            <th>{t('validateLargest')}</th>
          </tr>
        </thead>
        <tbody>
          {causes.map(({ gate, person, files, mean, largest, file }) => (
            <tr key={`${gate} ${person}`}>
              <td>{gate}</td>
              <td>{person}</td>
              <td>{files}</td>
              <td>{points(mean)}</td>
              <td title={file}>{points(largest)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {repeatability.length === 0 && <p className="quiet small">{say('noRepeats')}</p>}
      {repeatability.map((of) => (
        <p key={of.person} className="small">
          {repeatSentence(of, say)}
        </p>
      ))}
    </>
  );
}
