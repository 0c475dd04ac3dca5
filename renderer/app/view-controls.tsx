import { type Language as LanguageName, languages } from '../../core/base/message.ts';
import { themeNames } from '../../core/contract/preferences.ts';
import type { RampName } from '../../core/show/plot/colour.ts';
import { rampNames } from '../../core/study/arrangement/session-preferences.ts';
import { useLanguage, useMessages } from '../messages/language.ts';
import { rampWords, themeWords } from '../messages/look-words.ts';
import { MenuButton } from '../ui/menu.tsx';
import { Select } from '../ui/select.tsx';
import type { ThemeName } from '../ui/theme.ts';
import type { MessageKey } from './messages.ts';
import { messages } from './messages.ts';

const languageWords: { readonly [L in LanguageName]: MessageKey } = { en: 'languageEn', ja: 'languageJa' };

export interface ViewControlsProps {
  readonly ramp: RampName;
  readonly onRamp: (ramp: RampName) => void;
  readonly theme: ThemeName;
  readonly onTheme: (theme: ThemeName) => void;
  readonly onLanguage: (language: LanguageName) => void;
}

/** How it all looks: density colours, appearance, language. */
export function ViewControls({ ramp, onRamp, theme, onTheme, onLanguage }: ViewControlsProps) {
  const t = useMessages(messages);
  const language = useLanguage();
  return (
    <>
      <Select
        value={ramp}
        options={rampNames.map((name) => ({ id: name, label: t(rampWords[name]) }))}
        onChange={onRamp}
        label={t('ramp')}
        testId="ramp"
      />
      <MenuButton
        icon="theme"
        label={t('theme')}
        items={themeNames.map((name) => ({ id: name, label: t(themeWords[name]), checked: name === theme, testId: `theme-${name}` }))}
        onPick={onTheme}
        testId="theme"
      />
      <MenuButton
        icon="language"
        label={t('language')}
        items={languages.map((name) => ({
          id: name,
          label: t(languageWords[name]),
          checked: name === language,
          testId: `language-${name}`,
        }))}
        onPick={onLanguage}
        testId="language"
      />
    </>
  );
}
