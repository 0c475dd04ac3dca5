import './status-bar.css';
import { formatCount } from '../../core/show/plot/number-format.ts';
import { useMessages } from '../messages/language.ts';
import { Button } from '../ui/button.tsx';
import { Spoken } from '../ui/spoken.tsx';
import { messages, type T } from './messages.ts';

export interface Progress {
  /** What is being done, in words. */
  readonly label: string;
  /** How far it is, where that is known. */
  readonly done?: number;
  readonly total?: number;
  readonly canStop: boolean;
}

export interface StatusBarProps {
  readonly progress?: Progress | undefined;
  readonly onCancel: () => void;
  /** Bytes of the engine's pool. */
  readonly memory?: { readonly used: number; readonly limit?: number | undefined } | undefined;
  readonly findings: number;
  readonly onFindings: () => void;
  /** What just happened, where nothing is running; by default "ready". */
  readonly message?: string | undefined;
}

const megabytes = (bytes: number): string => formatCount(bytes / 2 ** 20);

/** What the program is doing, with a way to stop it; memory; file findings; what it may be used for. */
export function StatusBar({ progress, onCancel, memory, findings, onFindings, message }: StatusBarProps) {
  const t = useMessages(messages);
  return (
    <footer className="status-bar" data-part>
      <div className="status-work" data-testid="status" data-busy={progress !== undefined}>
        {progress && (
          <progress className="status-progress" value={progress.done} max={Math.max(1, progress.total ?? 1)} aria-label={progress.label} />
        )}
        <span className="one-line">{progress === undefined ? (message ?? t('ready')) : progressText(progress, t)}</span>
      </div>
      {/* every count of it would be too much to listen to */}
      <Spoken text={progress?.label ?? message ?? t('ready')} />
      {progress?.canStop === true && (
        <Button kind="plain" onClick={onCancel} testId="cancel">
          {t('cancel')}
        </Button>
      )}
      <span className="status-space" />
      {findings > 0 && (
        <Button kind="plain" onClick={onFindings} testId="show-findings">
          {t('findingsCount', { count: formatCount(findings) })}
        </Button>
      )}
      {memory && (
        <span data-testid="memory">
          {memory.limit === undefined
            ? t('memoryUsed', { used: megabytes(memory.used) })
            : t('memoryOf', { used: megabytes(memory.used), limit: megabytes(memory.limit) })}
        </span>
      )}
      <span className="status-use" title={t('researchUseFull')} data-testid="research-use">
        {t('researchUse')}
      </span>
    </footer>
  );
}

function progressText({ label, done, total }: Progress, t: T): string {
  if (done === undefined || total === undefined) return label;
  return total === 1
    ? t('progressPercent', { label, percent: formatCount(done * 100) })
    : t('progressCount', { label, done: formatCount(Math.floor(done)), total: formatCount(total) });
}
