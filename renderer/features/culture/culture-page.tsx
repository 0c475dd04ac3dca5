import '../../ui/page.css';
import './culture.css';
import { useState } from 'react';
import { type Classifier, profilesOf } from '../../../core/biology/classification/classifier.ts';
import type { MethodPanel } from '../../../core/biology/lots/method-panels.ts';
import type { ProfileSet } from '../../../core/biology/profiles/profile-set.ts';
import type { SampleMetadata } from '../../../core/data/metadata/sample-metadata.ts';
import type { RampName } from '../../../core/show/plot/colour.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useLanguage, useMessages } from '../../messages/language.ts';
import type { ClassifiedSample } from '../../store/classified.ts';
import type { FigurePicture, SampleKey } from '../../store/state.ts';
import { Page } from '../../ui/page.tsx';
import type { ThemeName } from '../../ui/theme.ts';
import { CallSummary } from './call-summary.tsx';
import { Contributions } from './contributions.tsx';
import { Declaration } from './declaration.tsx';
import { GrowthFacts } from './growth-facts.tsx';
import { LotsOverTime } from './lots-over-time.tsx';
import { messages } from './messages.ts';
import { MethodTable } from './method-table.tsx';
import { ProfileEditor } from './profile-editor.tsx';
import { SideBySide } from './side-by-side.tsx';
import { Ternary } from './ternary.tsx';

export interface CulturePageProps {
  readonly sample: ClassifiedSample;
  readonly samples: readonly ClassifiedSample[];
  readonly metadata: SampleMetadata;
  readonly classifier: Classifier;
  /** The protocol, as people read it. */
  readonly protocol: string;
  /** The methods side by side, and the pictures of their samples. */
  readonly panels: readonly MethodPanel[];
  readonly figures: ReadonlyMap<SampleKey, FigurePicture>;
  readonly theme: ThemeName;
  readonly ramp: RampName;
  readonly stale: boolean;
  readonly onMetadata: (metadata: SampleMetadata) => void;
  readonly onSelect: (key: string) => void;
  readonly onApply: (profiles: ProfileSet) => void;
  readonly onSaveFigure: (name: string, svg: string) => void;
}

/** Which culture method a sample is consistent with and why, the methods side by side, and their profiles to edit. */
export function CulturePage(props: CulturePageProps) {
  const {
    sample,
    samples,
    metadata,
    classifier,
    protocol,
    panels,
    figures,
    theme,
    ramp,
    stale,
    onMetadata,
    onSelect,
    onApply,
    onSaveFigure,
  } = props;
  const t = useMessages(messages);
  const language = useLanguage();
  const { classification } = sample.analysis;
  const [chosen, setChosen] = useState<string>();
  const shown = chosen ?? classification.declared?.method ?? classification.nearest[0];
  const judged = classification.methods.find(({ method }) => method === shown) ?? classification.methods[0];
  const profiles = profilesOf(classifier);
  const compositions = samples.map(({ key, name, analysis }) => ({ id: key, name, composition: analysis.composition }));
  const save = (name: string) => (svg: string) => onSaveFigure(name, svg);
  return (
    <Page label={t('culturePage')} stale={stale} testId="culture">
      <h2>{t('culturePage')}</h2>
      {classifier.profiles && <CommandButton command="culture.fit-profile" testId="fit-profile" />}
      <div className="culture-top">
        <CallSummary classification={classification} protocol={protocol} />
        <div>
          <Declaration
            metadata={metadata}
            profiles={profiles.methods}
            reference={sample.reference}
            referenceProblem={sample.referenceProblem}
            onChange={onMetadata}
          />
          <GrowthFacts analysis={sample.analysis} others={samples.map(({ analysis }) => analysis)} />
        </div>
      </div>
      <MethodTable classification={classification} chosen={judged?.method} onChoose={setChosen} />
      <SideBySide
        panels={panels}
        figures={figures}
        chosen={judged?.method}
        theme={theme}
        ramp={ramp}
        onSave={save('culture-methods.svg')}
      />
      <Ternary
        profiles={profiles.methods}
        samples={compositions}
        selected={sample.key}
        onSelect={onSelect}
        onSave={save('culture-ternary.svg')}
      />
      {judged && <Contributions distance={judged.distance} method={judged.name[language]} onSave={save('culture-contributions.svg')} />}
      {judged && (
        <LotsOverTime
          profiles={profiles.methods}
          samples={samples}
          method={judged.method}
          name={judged.name[language]}
          selected={sample.key}
          onSelect={onSelect}
        />
      )}
      {classifier.profiles && (
        <ProfileEditor
          classifier={classifier}
          profiles={classifier.profiles}
          method={judged?.method ?? ''}
          onMethod={setChosen}
          samples={samples}
          onApply={onApply}
        />
      )}
    </Page>
  );
}
