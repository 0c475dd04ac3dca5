import { callState } from '../../../core/biology/classification/call-state.ts';
import { useApp, useWindow } from '../../context/use-app.ts';
import { useMessages } from '../../messages/language.ts';
import { classifiedSamples, shownClassified } from '../../store/classified.ts';
import { protocolTitle, sampleAt } from '../../store/document.ts';
import { isStale, selectedResult } from '../../store/selectors.ts';
import { shownPanels } from '../../store/shown-panels.ts';
import { setView } from '../../store/store.ts';
import { describeShown } from '../samples/actions.ts';
import { applyProfiles, saveFigure } from './actions.ts';
import { CulturePage } from './culture-page.tsx';
import { messages } from './messages.ts';

/** The culture method of the selected sample. */
export function CultureView() {
  const app = useApp();
  const t = useMessages(messages);
  const sample = useWindow(shownClassified);
  const samples = useWindow(classifiedSamples);
  const metadata = useWindow(({ session, view }) => sampleAt(session.history.present, view.selected)?.metadata);
  const classifier = useWindow(({ session }) => session.history.present.protocol.classifier);
  const panels = useWindow(shownPanels);
  const figures = useWindow(({ results }) => results.figures);
  const theme = useWindow(({ view }) => view.theme);
  const ramp = useWindow(({ view }) => view.ramp);
  const stale = useWindow((state) => isStale(state, selectedResult(state)));
  const protocol = useWindow(protocolTitle);
  if (sample === undefined || metadata === undefined) return <p className="panel-none">{t('cultureNone')}</p>;
  if (callState(sample.analysis.classification) === 'none') return <p className="panel-none">{t('noProfiles')}</p>;
  return (
    <CulturePage
      sample={sample}
      samples={samples}
      metadata={metadata}
      classifier={classifier}
      protocol={protocol}
      panels={panels}
      figures={figures}
      theme={theme}
      ramp={ramp}
      stale={stale}
      onMetadata={(changed) => describeShown(app, changed)}
      onSelect={(selected) => setView(app.store, { selected })}
      onApply={(profiles) => applyProfiles(app, profiles)}
      onSaveFigure={(name, svg) => void saveFigure(app, name, svg)}
    />
  );
}
