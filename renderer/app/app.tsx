import './app.css';
import { useEffect, useMemo } from 'react';
import type { CallResult } from '../../core/contract/bridge.ts';
import { useWindow } from '../context/use-app.ts';
import { Tutorial } from '../features/tutorial/tutorial.tsx';
import { Language } from '../messages/language.ts';
import { PopulationTitles } from '../messages/population-titles.ts';
import { shownProtocol } from '../store/document.ts';
import { titlesIn } from '../store/population-titles.ts';
import { dressPage } from '../ui/theme.ts';
import { CrashScreen } from './crash-screen.tsx';
import { Dialogs } from './dialogs.tsx';
import { Middle } from './middle.tsx';
import { StatusLine } from './status-line.tsx';
import { TopLine } from './top-line.tsx';

/** The window: a line of tools, samples and populations, plots, what is selected, and what the program is doing. */
export function App({ about }: { readonly about: CallResult<'appInfo'> }) {
  const theme = useWindow(({ view }) => view.theme);
  const language = useWindow(({ view }) => view.language);
  useEffect(() => dressPage(document.documentElement, theme, language), [theme, language]);
  const protocol = useWindow(shownProtocol);
  const titleOf = useMemo(() => titlesIn(protocol, language), [protocol, language]);
  return (
    <Language value={language}>
      <PopulationTitles value={titleOf}>
        <CrashScreen>
          <div className="window">
            <TopLine />
            <Middle />
            <Tutorial />
            <StatusLine />
          </div>
          <Dialogs about={about} />
        </CrashScreen>
      </PopulationTitles>
    </Language>
  );
}
