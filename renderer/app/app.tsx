import './app.css';
import { useEffect } from 'react';
import type { CallResult } from '../../core/contract/bridge.ts';
import { useWindow } from '../context/use-app.ts';
import { Language } from '../messages/language.ts';
import { dressPage } from '../ui/theme.ts';
import { Centre } from './centre.tsx';
import { CrashScreen } from './crash-screen.tsx';
import { Dialogs } from './dialogs.tsx';
import { LeftSide } from './left-side.tsx';
import { RightSide } from './right-side.tsx';
import { StatusLine } from './status-line.tsx';
import { TopLine } from './top-line.tsx';

/** The window: a line of tools, samples and populations, plots, what is selected, and what the program is doing. */
export function App({ about }: { readonly about: CallResult<'appInfo'> }) {
  const theme = useWindow(({ view }) => view.theme);
  const language = useWindow(({ view }) => view.language);
  const inArchive = useWindow(({ view }) => view.centre === 'archive');
  useEffect(() => dressPage(document.documentElement, theme, language), [theme, language]);
  return (
    <Language value={language}>
      <CrashScreen>
        <div className="window">
          <TopLine />
          <div className="window-middle">
            {!inArchive && <LeftSide />}
            <Centre />
            {!inArchive && <RightSide />}
          </div>
          <StatusLine />
        </div>
        <Dialogs about={about} />
      </CrashScreen>
    </Language>
  );
}
