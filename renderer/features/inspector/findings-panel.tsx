import '../../ui/panel.css';
import './findings-panel.css';
import { useState } from 'react';
import type { Finding } from '../../../core/base/finding.ts';
import { formatCount } from '../../../core/show/plot/number-format.ts';
import { whatToDo } from '../../../core/show/reference/finding-advice.ts';
import { findingWords } from '../../../core/show/report/finding-words.ts';
import { bySeverity, isToCheck, originOf, severityOf } from '../../../core/study/sample/finding-order.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { Choice } from '../../ui/choice.tsx';
import { FileName } from '../../ui/file-name.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icons.ts';
import { matchScore } from '../../ui/palette-match.ts';
import { SearchField } from '../../ui/search-field.tsx';
import type { MessageKey } from './messages.ts';
import { messages } from './messages.ts';

const kinds: { readonly [K in Finding['kind']]: { readonly word: MessageKey; readonly icon: IconName } } = {
  repair: { word: 'kindRepair', icon: 'pencil' },
  guess: { word: 'kindGuess', icon: 'warning' },
  note: { word: 'kindNote', icon: 'note' },
};

const filters = ['all', 'check', 'repair'] as const;
type Filter = (typeof filters)[number];
const passes: { readonly [F in Filter]: (finding: Finding) => boolean } = {
  all: () => true,
  check: isToCheck,
  repair: ({ kind }) => kind === 'repair',
};

interface SampleFindings {
  readonly id: string;
  readonly name: string;
  readonly findings: readonly Finding[];
  /** Whether the window can show what a finding is about. */
  readonly hasPlace?: (finding: Finding) => boolean;
}

export interface FindingsPanelProps {
  readonly samples: readonly SampleFindings[];
  readonly selected?: string | undefined;
  /** Goes to the sample. */
  readonly onSelect: (id: string) => void;
  /** Goes to what a finding is about. */
  readonly onJump?: (id: string, finding: Finding) => void;
}

/** What was repaired, guessed or odd in each file, the shown sample and the gravest first: nothing is changed silently. */
export function FindingsPanel({ samples, selected, onSelect, onJump }: FindingsPanelProps) {
  const t = useMessages(messages);
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const [filter, setFilter] = useState<Filter>('all');
  const odd = samples.filter(({ findings }) => findings.length > 0);
  if (odd.length === 0) return <p className="panel-none">{t('noFindings')}</p>;
  const isMeant = (finding: Finding) => typed === '' || (matchScore(findingWords(finding, language), typed) ?? 10) < 10;
  const shown = odd
    .map((sample) => ({ ...sample, findings: bySeverity(sample.findings.filter((one) => passes[filter](one) && isMeant(one))) }))
    .filter(({ findings }) => findings.length > 0)
    .toSorted((a, b) => rankOf(a, selected) - rankOf(b, selected));
  return (
    <div className="findings" data-testid="findings">
      <div className="findings-filter">
        <SearchField value={typed} onChange={setTyped} label={t('searchFindings')} testId="findings-search" />
        <Choice
          label={t('filterFindings')}
          value={filter}
          options={filters.map((id) => ({ id, label: t(`filter.${id}`), testId: `findings-${id}` }))}
          onChange={setFilter}
        />
      </div>
      {shown.length === 0 && <p className="panel-none">{t('noSuchFindings')}</p>}
      {shown.map((sample) => (
        <section key={sample.id} className="panel-section" aria-label={sample.name} data-testid="findings-of">
          <button type="button" className="findings-sample" onClick={() => onSelect(sample.id)}>
            <FileName name={sample.name} />
          </button>
          {(['protocol', 'file'] as const).map((origin) => (
            <Part key={origin} origin={origin} sample={sample} onJump={onJump} />
          ))}
        </section>
      ))}
    </div>
  );
}

/** The shown sample first, then those with the gravest findings. */
const rankOf = ({ id, findings: [first] }: SampleFindings, selected: string | undefined): number =>
  id === selected || first === undefined ? -1 : severityOf(first);

interface PartProps {
  readonly onJump: FindingsPanelProps['onJump'];
  readonly origin: 'protocol' | 'file';
  readonly sample: SampleFindings;
}

/** Those about the file, or those about what the protocol makes of it. */
function Part({ origin, sample: { id, findings, hasPlace }, onJump }: PartProps) {
  const t = useMessages(messages);
  const language = useLanguage();
  const own = findings.filter((finding) => originOf(finding) === origin);
  if (own.length === 0) return null;
  return (
    <>
      <h3 className="findings-origin">{t(`origin.${origin}`)}</h3>
      <ul>
        {own.map((finding, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list of a read file never changes
          <li key={i} className="finding" data-code={finding.code} data-severity={severityOf(finding)}>
            <span className="finding-kind">
              <Icon name={severityOf(finding) < 2 ? 'warning' : kinds[finding.kind].icon} size={12} />
              {t(severityOf(finding) < 2 ? 'kindCheck' : kinds[finding.kind].word)}
            </span>
            <span className="selectable">
              {findingWords(finding, language)}
              {finding.offset !== undefined && <span className="quiet"> ({t('atByte', { offset: formatCount(finding.offset) })})</span>}
              {onJump && hasPlace?.(finding) && (
                <>
                  {' '}
                  <button type="button" className="link" onClick={() => onJump(id, finding)} data-testid="finding-jump">
                    {t('showPlace')}
                  </button>
                </>
              )}
              {severityOf(finding) < 2 && <span className="finding-advice quiet">{whatToDo(finding.code)?.[language]}</span>}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
