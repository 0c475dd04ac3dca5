import '../../ui/panel.css';
import './findings-panel.css';
import type { Finding } from '../../../core/base/finding.ts';
import { formatCount } from '../../../core/show/plot/number-format.ts';
import { findingWords } from '../../../core/show/report/finding-words.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { FileName } from '../../ui/file-name.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icons.ts';
import type { MessageKey } from './messages.ts';
import { messages } from './messages.ts';

const kinds: { readonly [K in Finding['kind']]: { readonly word: MessageKey; readonly icon: IconName } } = {
  repair: { word: 'kindRepair', icon: 'pencil' },
  guess: { word: 'kindGuess', icon: 'warning' },
  note: { word: 'kindNote', icon: 'note' },
};

export interface FindingsPanelProps {
  readonly samples: readonly { readonly id: string; readonly name: string; readonly findings: readonly Finding[] }[];
  /** Goes to the sample. */
  readonly onSelect: (id: string) => void;
}

/** What was repaired, guessed or odd in each file: nothing is changed silently. */
export function FindingsPanel({ samples, onSelect }: FindingsPanelProps) {
  const t = useMessages(messages);
  const language = useLanguage();
  const odd = samples.filter(({ findings }) => findings.length > 0);
  if (odd.length === 0) return <p className="panel-none">{t('noFindings')}</p>;
  return (
    <div className="findings" data-testid="findings">
      {odd.map(({ id, name, findings }) => (
        <section key={id} className="panel-section" aria-label={name}>
          <button type="button" className="findings-sample" onClick={() => onSelect(id)}>
            <FileName name={name} />
          </button>
          <ul>
            {findings.map((finding, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list of a read file never changes
              <li key={i} className="finding" data-code={finding.code}>
                <span className="finding-kind">
                  <Icon name={kinds[finding.kind].icon} size={12} />
                  {t(kinds[finding.kind].word)}
                </span>
                <span className="selectable">
                  {findingWords(finding, language)}
                  {finding.offset !== undefined && <span className="quiet"> ({t('atByte', { offset: formatCount(finding.offset) })})</span>}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
