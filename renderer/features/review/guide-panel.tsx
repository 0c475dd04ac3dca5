import type { Gate } from '../../../core/gating/gates/gates.ts';
import type { ShadeColours } from '../../../core/show/plot/density.ts';
import type { ReviewableGate } from '../../../core/study/review/gate-facts.ts';
import { guideOf } from '../../../core/study/review/guide.ts';
import { runCommand } from '../../commands/run-command.ts';
import { useApp } from '../../context/use-app.ts';
import { useMessages } from '../../messages/language.ts';
import type { ReviewItem } from '../../store/review-items.ts';
import type { ReviewLook } from '../../store/review-state.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { messages } from './messages.ts';
import { ThumbnailPicture } from './thumbnail-picture.tsx';

const SIDE = 150;

export interface GuidePanelProps {
  readonly items: readonly ReviewItem[];
  readonly item: ReviewItem;
  /** Where a hand has the gate. */
  readonly moved: Gate | undefined;
  readonly gates: readonly ReviewableGate[];
  readonly look: ReviewLook;
  readonly colours: ShadeColours;
}

/** The step of the strategy, an accepted sample to look at, and how far this gate stands from the accepted ones while it is moved. */
export function GuidePanel({ items, item, moved, gates, look, colours }: GuidePanelProps) {
  const app = useApp();
  const t = useMessages(messages);
  const { accepted, reference, apart, isFar } = guideOf(items, item, moved);
  const step =
    gates.findIndex(({ id, population }) => (id === undefined ? population === look.gate?.population : id === look.gate?.id)) + 1;
  const values = { count: accepted, z: apart?.distance?.toFixed(1) ?? '' };
  const score = apart === undefined ? t('guideFew', values) : t(isFar ? 'guideFar' : 'guideScore', values);
  const { thumbnail } = reference ?? {};
  return (
    <section className="review-guide" aria-label={t('guideHeading')}>
      <div className="review-steps">
        <Button
          kind="plain"
          disabled={step <= 1}
          onClick={() => runCommand(app, 'review.previous-gate')}
          title={t('previousStep')}
          testId="guide-previous"
        >
          ←
        </Button>
        <span className="small" data-testid="guide-step">
          {t('guideStep', { step, steps: gates.length })}: {gates[step - 1]?.name}
        </span>
        <Button
          kind="plain"
          disabled={step >= gates.length}
          onClick={() => runCommand(app, 'review.next-gate')}
          title={t('nextStep')}
          testId="guide-next"
        >
          →
        </Button>
      </div>
      <p className={classes('small', isFar && 'is-far')} aria-live="polite" data-testid="guide-score">
        {score}
      </p>
      {thumbnail !== undefined && reference !== undefined && (
        <figure className="review-reference">
          <div className="review-area" style={{ position: 'relative', width: SIDE, height: SIDE }}>
            <ThumbnailPicture thumbnail={thumbnail} gate={reference.facts?.placed.gate} side={SIDE} colours={colours} />
          </div>
          <figcaption className="quiet small one-line">{t('guideReference', { name: reference.name })}</figcaption>
        </figure>
      )}
    </section>
  );
}
