import { useApp, useWindow } from '../context/use-app.ts';
import { ToolBar } from '../features/plots/tool-bar.tsx';
import { setPreference } from '../features/session/settings.ts';
import { isUnsaved } from '../features/session/unsaved.ts';
import { TitleBar } from './title-bar.tsx';
import { ViewControls } from './view-controls.tsx';

export function TopLine() {
  const app = useApp();
  const file = useWindow(({ session }) => session.file?.name.replace(/\.lymphoscope$/, ''));
  const unsaved = useWindow(isUnsaved);
  const { ramp, theme } = useWindow(({ view }) => ({ ramp: view.ramp, theme: view.theme }));
  return (
    <TitleBar
      session={file}
      unsaved={unsaved}
      tools={<ToolBar />}
      view={
        <ViewControls
          ramp={ramp}
          onRamp={(chosen) => setPreference(app, 'ramp', chosen)}
          theme={theme}
          onTheme={(chosen) => setPreference(app, 'theme', chosen)}
          onLanguage={(chosen) => setPreference(app, 'language', chosen)}
        />
      }
    />
  );
}
