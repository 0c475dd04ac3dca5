import type { Span } from '../../../core/statistics/histograms/axis-range.ts';
import { useMessages } from '../../messages/language.ts';
import { Button } from '../../ui/button.tsx';
import { DraftInput } from '../../ui/draft-input.tsx';
import { parseNumber } from '../../ui/parse-number.ts';
import { plainNumber } from '../../ui/plain-number.ts';
import { messages } from './messages.ts';

export interface RangeEditorProps {
  /** What the axis shows, in linear values of the channel. */
  readonly shown: Span;
  /** A person chose it; otherwise it follows from each file. */
  readonly isChosen: boolean;
  /** In this plot, in every sample; `undefined` gives it back to the file. */
  readonly onRange: (span: Span | undefined) => void;
  /** On all axes of this channel. */
  readonly onEverywhere: (span: Span | undefined) => void;
}

/** What part of an axis is shown: its ends as numbers, its own again, the same for all samples or all plots of the channel. */
export function RangeEditor({ shown, isChosen, onRange, onEverywhere }: RangeEditorProps) {
  const t = useMessages(messages);
  const withEnd = (end: 'min' | 'max', text: string): Span | undefined => {
    const value = parseNumber(text);
    const span = value === undefined ? undefined : { ...shown, [end]: value };
    return span !== undefined && span.min < span.max ? span : undefined;
  };
  return (
    <div className="range-editor" data-testid="range-editor">
      <div className="scale-numbers">
        {(['min', 'max'] as const).map((end) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: the input names itself
          <label key={end} className="scale-number">
            <span className="quiet">{t(end === 'min' ? 'rangeMin' : 'rangeMax')}</span>
            <DraftInput
              value={plainNumber(shown[end])}
              onCommit={(text) => {
                const span = withEnd(end, text);
                if (span !== undefined) onRange(span);
              }}
              problemOf={(text) => (withEnd(end, text) === undefined ? t('rangeInvalid') : undefined)}
              label={t(end === 'min' ? 'rangeMin' : 'rangeMax')}
              numeric
              testId={`range-${end}`}
            />
          </label>
        ))}
      </div>
      <p className="quiet range-note">{t(isChosen ? 'rangeChosen' : 'rangeOfFile')}</p>
      <div className="range-actions">
        <Button onClick={() => onRange(undefined)} disabled={!isChosen} testId="range-automatic">
          {t('rangeAutomatic')}
        </Button>
        <Button onClick={() => onRange(shown)} disabled={isChosen} testId="range-all-samples">
          {t('rangeAllSamples')}
        </Button>
        <Button onClick={() => onEverywhere(isChosen ? shown : undefined)} testId="range-all-plots">
          {t('rangeAllPlots')}
        </Button>
      </div>
    </div>
  );
}
