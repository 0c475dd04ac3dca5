import '../../ui/page.css';
import './watch.css';
import { useEffect, useState } from 'react';
import type { VerdictShown, WatchRuleShown, WatchState } from '../../../core/contract/archive-watch.ts';
import type { Light } from '../../../core/gating/automatic/kind/step.ts';
import type { Verdict } from '../../../core/study/verdict/run-verdict.ts';
import { verdictWords } from '../../../core/study/watch/verdict-columns.ts';
import { ask, attempt } from '../../context/app-context.ts';
import { useApp } from '../../context/use-app.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { LightShape } from '../../ui/light.tsx';
import { shownTime } from '../../ui/shown-time.ts';
import { messages } from './messages.ts';
import { RuleForm } from './rule-form.tsx';

/** Between two looks at what became of new files. */
const LOOK_MS = 2000;

/** From a new file in a watched folder to its verdict: the rules, and the last verdicts. */
export function WatchPage({ isFixed }: { readonly isFixed: boolean }) {
  const app = useApp();
  const t = useMessages(messages);
  const [state, setState] = useState<WatchState>();
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at again after each change
  useEffect(() => {
    let isOpen = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      const found = await attempt(app, () => ask(app.bridge.watchState()));
      if (!isOpen || found === undefined) return;
      setState(found);
      timer = setTimeout(() => void look(), LOOK_MS);
    };
    void look();
    return () => {
      isOpen = false;
      clearTimeout(timer);
    };
  }, [app, turn]);
  if (state === undefined) return null;
  const { on, rules, verdicts } = state;
  const change = async (work: () => Promise<unknown>) => {
    await attempt(app, work);
    setTurn(turn + 1);
  };
  return (
    <div className="archive-scroll watch" data-testid="watch">
      <div className="watch-head">
        <Button
          kind={on ? 'normal' : 'primary'}
          disabled={isFixed || (!on && rules.length === 0)}
          onClick={() => void change(() => ask(app.bridge.setWatching(!on)))}
          testId="watch-switch"
        >
          {t(on ? 'watchOn' : 'watchOff')}
        </Button>
        <p className="quiet" role="status" data-testid="watch-state">
          {t(on ? 'watchRuns' : 'watchRests')}
        </p>
      </div>
      <h3>{t('watchRules')}</h3>
      {rules.length === 0 ? (
        <p className="panel-none">{t('watchNoRules')}</p>
      ) : (
        <RuleTable rules={rules} isFixed={isFixed} onRemove={(name) => void change(() => ask(app.bridge.removeWatchRule(name)))} />
      )}
      {!isFixed && <RuleForm onAdded={() => setTurn(turn + 1)} />}
      <h3>{t('watchVerdicts')}</h3>
      {verdicts.length === 0 ? <p className="panel-none">{t('watchNoVerdicts')}</p> : <VerdictTable verdicts={verdicts} />}
    </div>
  );
}

interface RuleTableProps {
  readonly rules: readonly WatchRuleShown[];
  readonly isFixed: boolean;
  readonly onRemove: (name: string) => void;
}

function RuleTable({ rules, isFixed, onRemove }: RuleTableProps) {
  const t = useMessages(messages);
  const language = useLanguage();
  return (
    <table className="archive-table" data-testid="watch-rules">
      <thead>
        <tr>
          <th>{t('watchRule')}</th>
          <th>{t('watchFolder')}</th>
          <th>{t('watchBy')}</th>
          <th>{t('watchState')}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {rules.map(({ name, folder, files, named, protocol, revision, trouble, waiting = 0 }) => (
          <tr key={name} data-testid={`watch-rule-${name}`}>
            <td>{name}</td>
            <td className="selectable">
              {folder} / {files}
              {named !== undefined && <span className="quiet"> {named}</span>}
            </td>
            <td>{t('watchRevision', { name: protocol, revision })}</td>
            <td className="wide">
              {trouble !== undefined ? <span role="alert">{trouble[language]}</span> : waiting > 0 && t('watchWaiting', { count: waiting })}
            </td>
            <td>
              {!isFixed && (
                <IconButton
                  icon="close"
                  label={t('watchRemove', { name })}
                  onClick={() => onRemove(name)}
                  testId={`watch-remove-${name}`}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const lights: { readonly [V in Verdict]: Light } = { pass: 'green', look: 'amber', stop: 'red' };

function VerdictTable({ verdicts }: { readonly verdicts: readonly VerdictShown[] }) {
  const t = useMessages(messages);
  const language = useLanguage();
  return (
    <table className="archive-table" data-testid="watch-verdicts">
      <thead>
        <tr>
          <th>{t('watchVerdict')}</th>
          <th>{t('watchFile')}</th>
          <th>{t('watchLot')}</th>
          <th>{t('watchWhy')}</th>
          <th>{t('watchRule')}</th>
          <th>{t('watchWhen')}</th>
        </tr>
      </thead>
      <tbody>
        {verdicts.map(({ number, verdict, file, lot, reasons, rule, at }) => (
          <tr key={number} data-testid={`verdict-${number}`} data-verdict={verdict}>
            <td>
              <span className="light">
                <LightShape light={lights[verdict]} outlined />
                <span className="light-word">{verdictWords[verdict][language]}</span>
              </span>
            </td>
            <td className="selectable">{file}</td>
            <td className="selectable">{lot}</td>
            <td className="wide selectable">
              {reasons.map((reason) => (
                <div key={reason.en}>{reason[language]}</div>
              ))}
            </td>
            <td>{rule}</td>
            <td title={at}>{shownTime(at)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
