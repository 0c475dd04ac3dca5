import './tutorial.css';
import { useEffect, useState } from 'react';
import { CommandButton } from '../../commands/command-button.tsx';
import { useApp, useWindow } from '../../context/use-app.ts';
import { useMessages } from '../../messages/language.ts';
import { setView } from '../../store/store.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { messages } from './messages.ts';
import { doneIn, type StepName, stepNames, steps } from './steps.ts';

/** The ten steps above the status line, while a person works in the window itself. */
export function Tutorial() {
  const isOpen = useWindow(({ view }) => view.tutorial);
  return isOpen ? <OpenTutorial /> : null;
}

function OpenTutorial() {
  const { store } = useApp();
  const t = useMessages(messages);
  const [done, setDone] = useState<readonly StepName[]>(() => doneIn(store.getState(), []));
  useEffect(
    () =>
      store.subscribe((state) =>
        setDone((before) => {
          const now = doneIn(state, before);
          return now.length === before.length ? before : now;
        }),
      ),
    [store],
  );
  const current = stepNames.find((name) => !done.includes(name));
  const command = current && steps[current].command;
  return (
    <aside className="tutorial" aria-label={t('tutorial')} data-testid="tutorial">
      <ol className="tutorial-steps">
        {stepNames.map((name) => (
          <li
            key={name}
            className="tutorial-step"
            aria-current={name === current ? 'step' : undefined}
            data-done={done.includes(name)}
            data-testid={`step-${name}`}
            title={t(`step.${name}`)}
          >
            {done.includes(name) ? <Icon name="check" size={12} /> : stepNames.indexOf(name) + 1}
            <span className="for-readers">{`${t(`step.${name}`)}: ${t(done.includes(name) ? 'stepIsDone' : 'stepIsOpen')}`}</span>
          </li>
        ))}
      </ol>
      <div className="tutorial-text" role="status">
        <p>
          <strong>
            {current === undefined
              ? t('tutorialDone')
              : `${t('tutorialAt', { step: stepNames.indexOf(current) + 1, steps: stepNames.length })}: ${t(`step.${current}`)}`}
          </strong>
        </p>
        <p className="small">{current === undefined ? t('tutorialNext') : t(`how.${current}`)}</p>
      </div>
      {command !== undefined && <CommandButton command={command} kind="primary" testId="tutorial-do" />}
      <IconButton icon="close" label={t('tutorialClose')} onClick={() => setView(store, { tutorial: false })} testId="tutorial-close" />
    </aside>
  );
}
