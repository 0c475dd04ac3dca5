import './status-bar.css';
import { formatCount } from '../../core/show/plot/number-format.ts';
import { useWords } from '../messages/language.ts';
import { Button } from '../ui/button.tsx';

export interface Progress {
  /** What is being done, in words. */
  readonly label: string;
  readonly done: number;
  readonly total: number;
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
  const speak = useWords();
  return (
    <footer className="status-bar">
      <div className="status-work" role="status" data-testid="status" data-busy={progress !== undefined}>
        {progress ? (
          <>
            <progress className="status-progress" value={progress.done} max={Math.max(1, progress.total)} aria-label={progress.label} />
            <span className="one-line">
              {progress.total === 1
                ? speak('progressPercent', { label: progress.label, percent: formatCount(progress.done * 100) })
                : speak('progressCount', {
                    label: progress.label,
                    done: formatCount(Math.floor(progress.done)),
                    total: formatCount(progress.total),
                  })}
            </span>
          </>
        ) : (
          <span className="one-line">{message ?? speak('ready')}</span>
        )}
      </div>
      {progress && (
        <Button kind="plain" onClick={onCancel} testId="cancel">
          {speak('cancel')}
        </Button>
      )}
      <span className="status-space" />
      {findings > 0 && (
        <Button kind="plain" onClick={onFindings} testId="show-findings">
          {speak('findingsCount', { count: formatCount(findings) })}
        </Button>
      )}
      {memory && (
        <span data-testid="memory">
          {memory.limit === undefined
            ? speak('memoryUsed', { used: megabytes(memory.used) })
            : speak('memoryOf', { used: megabytes(memory.used), limit: megabytes(memory.limit) })}
        </span>
      )}
      <span className="status-use" title={speak('researchUseFull')} data-testid="research-use">
        {speak('researchUse')}
      </span>
    </footer>
  );
}
