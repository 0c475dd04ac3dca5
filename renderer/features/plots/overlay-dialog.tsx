import './overlay-dialog.css';
import { useMemo } from 'react';
import { MOST_OVERLAYS, type Overlay, type Plot } from '../../../core/study/arrangement/plot.ts';
import type { Sample } from '../../../core/study/session/document/session-document.ts';
import { useApp, useWindow } from '../../context/use-app.ts';
import { useMessages } from '../../messages/language.ts';
import { activePlot } from '../../store/arrangement.ts';
import { keyOfSample } from '../../store/document.ts';
import { axisChannels, selectedResult, shownAnalysis } from '../../store/selectors.ts';
import { Button } from '../../ui/button.tsx';
import { channelTitle } from '../../ui/channel-title.ts';
import { CloseAction } from '../../ui/close-action.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { messages } from './messages.ts';
import { runControls, setColourBy, setOverlays, withOverlay, withoutOverlay } from './overlay-actions.ts';

const NONE = '';

/** What is drawn over the events of the active plot: populations of its sample, the same of other samples, or a third marker as colours. */
export function OverlayDialog({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const t = useMessages(messages);
  const plot = useWindow(activePlot);
  const analysis = useWindow(shownAnalysis);
  const facts = useWindow((state) => selectedResult(state)?.facts);
  const selected = useWindow(({ view }) => view.selected);
  const samples = useWindow(({ session }) => session.history.present.samples);
  const channels = useMemo(() => axisChannels(analysis, facts), [analysis, facts]);
  if (plot === undefined) return null;
  const { overlays = [] } = plot;
  const isFull = overlays.length >= MOST_OVERLAYS;
  const toggle = (overlay: Overlay, on: boolean) =>
    setOverlays(app, plot.id, on ? withOverlay(overlays, overlay) : withoutOverlay(overlays, overlay));
  const others = samples.filter((sample) => keyOfSample(sample) !== selected);
  const controls = runControls(others);
  return (
    <Dialog label={t('overlays')} onClose={onClose} testId="overlays">
      <h2 className="dialog-title">{t('overlays')}</h2>
      <div className="overlay-body">
        <fieldset className="overlay-list">
          <legend>{t('overlayPopulations')}</legend>
          {(analysis?.populations ?? [])
            .filter(({ path }) => path !== plot.population)
            .map(({ path, name, depth }) => (
              <Check
                key={path}
                label={path === '' ? t('allEvents') : name}
                indent={depth}
                overlays={overlays}
                overlay={{ population: path }}
                isFull={isFull}
                onToggle={toggle}
                testId={`overlay-${path}`}
              />
            ))}
        </fieldset>
        <fieldset className="overlay-list">
          <legend>{t('overlaySamples')}</legend>
          {others.map((sample, i) => (
            <Check
              key={sample.id}
              label={sample.file.name}
              overlays={overlays}
              overlay={overlayOf(sample, plot)}
              isFull={isFull}
              onToggle={toggle}
              testId={`overlay-sample-${i}`}
            />
          ))}
        </fieldset>
      </div>
      <div className="overlay-third">
        <span>{t('colourBy')}</span>
        <Select
          value={plot.kind === 'dot' ? (plot.colourBy ?? NONE) : NONE}
          options={[
            { id: NONE, label: t('colourByNone') },
            ...channels.map((channel) => ({ id: channel.id, label: channelTitle(channel) })),
          ]}
          onChange={(id) => setColourBy(app, plot.id, id === NONE ? undefined : id)}
          label={t('colourBy')}
          testId="colour-by"
        />
      </div>
      <div className="overlay-actions">
        <Button
          onClick={() =>
            setOverlays(
              app,
              plot.id,
              controls.reduce<readonly Overlay[]>((all, sample) => withOverlay(all, overlayOf(sample, plot)), overlays),
            )
          }
          disabled={controls.length === 0 || isFull}
          testId="overlay-controls"
        >
          {t('overlayControls')}
        </Button>
        <Button onClick={() => setOverlays(app, plot.id, [])} disabled={overlays.length === 0} testId="overlay-none">
          {t('overlayNone')}
        </Button>
      </div>
      <CloseAction onClose={onClose} />
    </Dialog>
  );
}

/** The plot's population in another sample. */
const overlayOf = ({ id }: Sample, { population }: Plot): Overlay => ({ sample: id, population });

interface CheckProps {
  readonly label: string;
  readonly indent?: number;
  readonly overlays: readonly Overlay[];
  readonly overlay: Overlay;
  readonly isFull: boolean;
  readonly onToggle: (overlay: Overlay, on: boolean) => void;
  readonly testId: string;
}

function Check({ label, indent = 0, overlays, overlay, isFull, onToggle, testId }: CheckProps) {
  const on = withoutOverlay(overlays, overlay).length < overlays.length;
  return (
    <label className="overlay-choice" style={{ paddingInlineStart: `${indent * 12}px` }}>
      <input type="checkbox" checked={on} disabled={isFull && !on} onChange={() => onToggle(overlay, !on)} data-testid={testId} />
      <span className="one-line">{label}</span>
    </label>
  );
}
