import { Fragment, type ReactNode } from 'react';
import { declarationOf } from '../../core/contract/commands.ts';
import { matrixBadges } from '../../core/data/compensation/matrix-badge.ts';
import type { Light as LightName } from '../../core/gating/automatic/kind/step.ts';
import type { Verdict } from '../../core/gating/quality/quality.ts';
import { useLanguage, useMessages } from '../messages/language.ts';
import { CloseAction } from '../ui/close-action.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { Light, lightMeanings } from '../ui/light.tsx';
import { MatrixBadgeShape } from '../ui/matrix-badge.tsx';
import { VerdictMark, verdictMeanings } from '../ui/verdict-mark.tsx';
import { messages } from './messages.ts';

/** What every light, badge and mark of the window means, and what a person does with it. */
export function LegendDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages(messages);
  const language = useLanguage();
  const title = declarationOf('help.legend').words[language];
  const marks: readonly (readonly [ReactNode, string])[] = [
    [<Icon key="own" name="person" size={12} />, t('legendOwn')],
    [<Icon key="group" name="group" size={12} />, t('legendGroup')],
    ['2', t('legendFindings')],
    ['~', t('legendAbout')],
    ['–', t('legendWithheld')],
    ['- - -', t('legendDashed')],
  ];
  return (
    <Dialog label={title} onClose={onClose} testId="legend">
      <h2 className="dialog-title">{title}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keys */}
      <section className="shortcuts legend" tabIndex={0} aria-label={title}>
        <Part title={t('legendLights')}>
          {(Object.keys(lightMeanings) as LightName[]).map((light) => (
            <Row key={light} mark={<Light light={light} />} means={lightMeanings[light][language]} />
          ))}
        </Part>
        <Part title={t('legendVerdicts')}>
          {(Object.keys(verdictMeanings) as Verdict[]).map((verdict) => (
            <Row key={verdict} mark={<VerdictMark verdict={verdict} />} means={verdictMeanings[verdict][language]} />
          ))}
        </Part>
        <Part title={t('legendMatrices')}>
          {matrixBadges(language).map(({ meaning, ...badge }) => (
            <Row key={badge.kind} mark={<MatrixBadgeShape {...badge} />} means={meaning} />
          ))}
        </Part>
        <Part title={t('legendMarks')}>
          {marks.map(([mark, means]) => (
            <Row key={means} mark={mark} means={means} />
          ))}
        </Part>
      </section>
      <CloseAction onClose={onClose} />
    </Dialog>
  );
}

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <Fragment>
    <h3>{title}</h3>
    <dl>{children}</dl>
  </Fragment>
);

const Row = ({ mark, means }: { readonly mark: ReactNode; readonly means: string }) => (
  <>
    <dt>{mark}</dt>
    <dd>{means}</dd>
  </>
);
