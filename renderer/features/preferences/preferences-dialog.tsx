import './preferences.css';
import { type ReactNode, useState } from 'react';
import { languages } from '../../../core/base/message.ts';
import { declaredCommands } from '../../../core/contract/commands.ts';
import { levelOf, type PreferenceName, type Preferences, themeNames } from '../../../core/contract/preferences.ts';
import { labelStatistics } from '../../../core/study/arrangement/looks.ts';
import { densityScalings, planeKinds, rampNames } from '../../../core/study/arrangement/session-preferences.ts';
import { useApp, useWindow } from '../../context/use-app.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { rampWords, themeWords } from '../../messages/look-words.ts';
import { liked, preferenceLevels } from '../../store/preferences.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { CloseAction } from '../../ui/close-action.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DraftInput } from '../../ui/draft-input.tsx';
import { Select } from '../../ui/select.tsx';
import { shippedProtocols, titleOfShipped } from '../session/protocols.ts';
import { changeOwn, isOfSession, setSessionPreference } from '../session/settings.ts';
import { CheckedList } from './checked-list.tsx';
import { DataFolder } from './data-folder.tsx';
import { messages } from './messages.ts';

type Edited = 'own' | 'session';

/** How the program is liked: by the session, by the person, and where neither says so as the computer has it. */
export function PreferencesDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages(messages);
  const language = useLanguage();
  const title = declaredCommands['edit.preferences'].words[language].replace('…', '');
  const [edited, setEdited] = useState<Edited>('own');
  return (
    <Dialog label={title} onClose={onClose} testId="preferences">
      <h2 className="dialog-title">{title}</h2>
      <Choice
        label={t('preferencesOf')}
        value={edited}
        options={(['own', 'session'] as const).map((id) => ({ id, label: t(`for.${id}`), testId: `preferences-${id}` }))}
        onChange={setEdited}
      />
      <p className="quiet small">{t(`hint.${edited}`)}</p>
      <div className="preferences">
        {edited === 'own' && <Personal />}
        <Looks edited={edited} />
        {edited === 'own' && <Defaults />}
      </div>
      <CloseAction onClose={onClose} />
    </Dialog>
  );
}

/** One preference: its control, who says how it is, and a way to leave it to the next level. */
function Row({ name, edited, children }: { readonly name: keyof typeof wordsOf; readonly edited: Edited; readonly children: ReactNode }) {
  const app = useApp();
  const t = useMessages(messages);
  const level = useWindow((state) => levelOf(preferenceLevels(state), name));
  const isSet = useWindow((state) => (preferenceLevels(state)[edited] as Preferences)[name] !== undefined);
  const reset = () => {
    if (edited === 'own') changeOwn(app, {}, [name]);
    else if (isOfSession(name)) setSessionPreference(app.store, { [name]: undefined });
  };
  return (
    <>
      <span className="preferences-name">{t(wordsOf[name])}</span>
      <span>{children}</span>
      <span className="quiet small" data-testid={`preference-level-${name}`}>
        {t(`level.${level ?? 'program'}`)}
      </span>
      <Button disabled={!isSet} title={t('resetOf', { name: t(wordsOf[name]) })} onClick={reset} testId={`preference-reset-${name}`}>
        {t('reset')}
      </Button>
    </>
  );
}

/** A preference for the person, or for the session. */
function useSet(edited: Edited) {
  const app = useApp();
  return (change: Preferences) => (edited === 'own' ? changeOwn(app, change) : setSessionPreference(app.store, change));
}

function Personal() {
  const { user } = useApp();
  const t = useMessages(messages);
  const set = useSet('own');
  const name = useWindow((state) => liked(state, 'name')) ?? '';
  const { language, theme } = useWindow(({ view }) => ({ language: view.language, theme: view.theme }));
  return (
    <>
      <Row name="name" edited="own">
        <DraftInput
          label={t('preference.name')}
          value={name}
          problemOf={(text) => (text.trim().length > 100 ? t('nameTooLong') : undefined)}
          onCommit={(text) => (text.trim() === '' ? undefined : set({ name: text.trim() }))}
          testId="preference-name"
        />
        <span className="quiet small">{t('nameHint', { user })}</span>
      </Row>
      <Row name="language" edited="own">
        <Choice
          label={t('language')}
          value={language}
          options={languages.map((id) => ({
            id,
            label: t(id === 'en' ? 'languageEn' : 'languageJa'),
            testId: `preference-language-${id}`,
          }))}
          onChange={(id) => set({ language: id })}
        />
      </Row>
      <Row name="theme" edited="own">
        <Choice
          label={t('theme')}
          value={theme}
          options={themeNames.map((id) => ({ id, label: t(themeWords[id]), testId: `preference-theme-${id}` }))}
          onChange={(id) => set({ theme: id })}
        />
      </Row>
    </>
  );
}

function Looks({ edited }: { readonly edited: Edited }) {
  const t = useMessages(messages);
  const language = useLanguage();
  const set = useSet(edited);
  const { ramp, scaling } = useWindow(({ view }) => ({ ramp: view.ramp, scaling: view.scaling }));
  const plot = useWindow((state) => liked(state, 'plot')) ?? 'density';
  return (
    <>
      <Row name="ramp" edited={edited}>
        <Choice
          label={t('ramp')}
          value={ramp}
          options={rampNames.map((id) => ({ id, label: t(rampWords[id]), testId: `preference-ramp-${id}` }))}
          onChange={(id) => set({ ramp: id })}
        />
      </Row>
      <Row name="scaling" edited={edited}>
        <Choice
          label={t('preference.scaling')}
          value={scaling}
          options={densityScalings.map((id) => ({ id, label: t(`scaling.${id}`), testId: `preference-scaling-${id}` }))}
          onChange={(id) => set({ scaling: id })}
        />
      </Row>
      <Row name="plot" edited={edited}>
        <Select
          label={t('preference.plot')}
          value={plot}
          options={planeKinds.map((id) => ({ id, label: declaredCommands[`plot.${id}`].words[language] }))}
          onChange={(id) => set({ plot: id })}
          testId="preference-plot"
        />
      </Row>
    </>
  );
}

/** What new things begin with. */
function Defaults() {
  const t = useMessages(messages);
  const language = useLanguage();
  const set = useSet('own');
  const labels = useWindow((state) => liked(state, 'labels')) ?? ['percentOfParent'];
  const statistics = useWindow((state) => liked(state, 'statistics')) ?? ['percent-of-parent', 'count'];
  const protocol = useWindow((state) => shippedProtocols.find((id) => id === liked(state, 'protocol'))) ?? 'nk-t';
  return (
    <>
      <Row name="labels" edited="own">
        <CheckedList
          options={labelStatistics.map((id) => ({ id, label: t(id) }))}
          checked={labels}
          onChange={(chosen) => set({ labels: [...chosen] })}
          testId="preference-labels"
        />
      </Row>
      <Row name="statistics" edited="own">
        <CheckedList
          options={tableStatistics.map(({ id, word }) => ({ id, label: t(word) }))}
          checked={statistics}
          onChange={(chosen) => set({ statistics: [...chosen] })}
          testId="preference-statistics"
        />
      </Row>
      <Row name="protocol" edited="own">
        <Select
          label={t('preference.protocol')}
          value={protocol}
          options={shippedProtocols.map((id) => ({ id, label: titleOfShipped(id)[language] }))}
          onChange={(id) => set({ protocol: id })}
          testId="preference-protocol"
        />
      </Row>
      <DataFolder />
    </>
  );
}

const wordsOf = {
  name: 'preference.name',
  language: 'language',
  theme: 'theme',
  ramp: 'ramp',
  scaling: 'preference.scaling',
  plot: 'preference.plot',
  labels: 'preference.labels',
  statistics: 'preference.statistics',
  protocol: 'preference.protocol',
  // what a page asks for itself is set there
} as const satisfies { readonly [N in Exclude<PreferenceName, 'courseParts' | 'courseDates'>]: keyof typeof messages };

/** What every table can show, as `statisticsOf` names it. */
const tableStatistics = [
  { id: 'percent-of-parent', word: 'percentOfParent' },
  { id: 'percent-of-total', word: 'percentOfTotal' },
  { id: 'count', word: 'count' },
] as const;
