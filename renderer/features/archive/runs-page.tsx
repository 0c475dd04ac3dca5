import { useState } from 'react';
import type { ArchiveRun } from '../../../core/contract/archive-calls.ts';
import { formatCount, formatPercent } from '../../../core/show/plot/number-format.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import type { ArchiveState } from '../../store/archive-state.ts';
import { Button } from '../../ui/button.tsx';
import { FileName } from '../../ui/file-name.tsx';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { groupName } from './group-name.ts';
import { messages } from './messages.ts';

export interface RunsPageProps {
  readonly archive: ArchiveState;
  readonly onQuery: (query: string) => void;
  readonly onKeep: (name: string) => void;
  readonly onForget: (name: string) => void;
  readonly onImport: () => void;
  /** With the session's protocol, at once. */
  readonly onGateAgain: () => void;
  readonly onChoices: () => void;
  /** Of the ticked runs, or of all that were found. */
  readonly onReview: () => void;
  readonly onTable: () => void;
  readonly onReports: () => void;
  readonly onTick: (ids: readonly string[]) => void;
  readonly onMore: () => void;
}

/** The runs of the archive: found by a query, gated again as a batch. */
export function RunsPage(props: RunsPageProps) {
  const { archive, onImport, onMore, onTick } = props;
  const t = useMessages(messages);
  const { total, runs, shown, imported } = archive;
  if (total === 0 && shown === '')
    return <EmptyArchive onImport={onImport} busy={archive.busy || archive.places?.readOnly === true} imported={imported} />;
  return (
    <>
      <RunsBar {...props} />
      {imported && <ImportedNote imported={imported} />}
      <div className="archive-scroll">
        <RunsTable runs={runs} ticked={archive.ticked} onTick={onTick} />
        {runs.length < total && (
          <Button kind="plain" onClick={onMore}>
            {t('moreRuns')}
          </Button>
        )}
      </div>
    </>
  );
}

function RunsBar(props: RunsPageProps) {
  const { archive, onQuery, onKeep, onForget, onImport, onGateAgain, onChoices, onReview, onTable, onReports } = props;
  const t = useMessages(messages);
  const [typed, setTyped] = useState(archive.query);
  const [naming, setNaming] = useState(false);
  const { busy, total, runs, queries, shown, ticked } = archive;
  const isFixed = busy || archive.places?.readOnly === true;
  const choose = (query: string) => {
    setTyped(query);
    onQuery(query);
  };
  const kept = [
    { id: 'query ', label: t('allRuns') },
    ...queries.map(({ name, query }) => ({ id: `query ${query}`, label: name })),
    ...(shown === '' ? [] : [{ id: 'keep', label: t('keepQuery') }]),
    ...queries.map(({ name }) => ({ id: `forget ${name}`, label: t('dropQuery', { name }) })),
  ];
  const pick = (id: string) => {
    if (id === 'keep') setNaming(true);
    else if (id.startsWith('forget ')) onForget(id.slice('forget '.length));
    else choose(id.slice('query '.length));
  };
  return (
    <div className="archive-bar">
      <div className="archive-query">
        <SearchField
          value={typed}
          onChange={(text) => (text === '' ? choose('') : setTyped(text))}
          label={t('queryHint')}
          onKey={({ key }) => {
            if (key === 'Enter') onQuery(typed);
          }}
          testId="archive-query"
        />
      </div>
      <MenuButton icon="down" label={t('keptQueries')} items={kept} onPick={pick} testId="kept-queries" />
      {naming && (
        <NameField
          label={t('queryName')}
          onDone={(name) => {
            setNaming(false);
            if (name !== '') onKeep(name);
          }}
        />
      )}
      <span className="quiet small" data-testid="runs-found" data-total={total}>
        {ticked.length > 0
          ? t('ticked', { count: formatCount(ticked.length) })
          : t('runsFound', { shown: formatCount(runs.length), total: formatCount(total) })}
      </span>
      <span className="archive-space" />
      <Button icon="folder" onClick={onImport} disabled={isFixed} testId="import-folder">
        {t('importFolder')}
      </Button>
      <Button onClick={onReview} disabled={busy || total === 0} testId="review-runs">
        {t('reviewRuns')}
      </Button>
      <Button onClick={onTable} disabled={busy || total === 0} testId="archive-table">
        {t('exportResults')}
      </Button>
      <Button icon="report" onClick={onReports} disabled={busy || total === 0} testId="archive-reports">
        {t('reportRuns')}
      </Button>
      <Button kind="primary" onClick={onGateAgain} disabled={isFixed || total === 0} title={t('withSession')} testId="gate-again">
        {t('gateAgain')}
      </Button>
      <IconButton icon="more" label={t('gateAgainHow')} onClick={onChoices} disabled={isFixed || total === 0} testId="gate-again-with" />
    </div>
  );
}

function NameField({ label, onDone }: { readonly label: string; readonly onDone: (name: string) => void }) {
  const [name, setName] = useState('');
  return (
    <input
      className="input"
      value={name}
      onChange={(event) => setName(event.target.value)}
      onKeyDown={({ key }) => {
        if (key === 'Enter') onDone(name.trim());
        else if (key === 'Escape') onDone('');
      }}
      onBlur={() => onDone(name.trim())}
      aria-label={label}
      placeholder={label}
      // biome-ignore lint/a11y/noAutofocus: a person has just asked to name it
      autoFocus
      data-testid="query-name"
    />
  );
}

function EmptyArchive({
  onImport,
  busy,
  imported,
}: {
  readonly onImport: () => void;
  readonly busy: boolean;
  readonly imported: ArchiveState['imported'];
}) {
  const t = useMessages(messages);
  return (
    <div className="empty" data-testid="archive-empty">
      <Icon name="folder" size={32} />
      <h2 className="empty-title">{t('archiveEmptyTitle')}</h2>
      <p className="empty-hint">{t('archiveEmptyHint')}</p>
      <div className="empty-actions">
        <Button kind="primary" large onClick={onImport} disabled={busy} testId="import-folder">
          {t('importFolder')}
        </Button>
      </div>
      {imported && <ImportedNote imported={imported} />}
    </div>
  );
}

function ImportedNote({ imported: { files, added, known, failed } }: { readonly imported: NonNullable<ArchiveState['imported']> }) {
  const t = useMessages(messages);
  const language = useLanguage();
  return (
    <div className="archive-note" data-testid="imported">
      <p>
        {t('imported', {
          files: formatCount(files),
          added: formatCount(added),
          known: formatCount(known),
          failed: formatCount(failed.length),
        })}
      </p>
      {failed.length > 0 && (
        <ul className="selectable">
          {failed.slice(0, 20).map(({ name, code, message }) => (
            <li key={`${name} ${code}`}>
              {name}: {message[language]}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface RunsTableProps {
  readonly runs: readonly ArchiveRun[];
  readonly ticked: readonly string[];
  readonly onTick: (ids: readonly string[]) => void;
}

function RunsTable({ runs, ticked, onTick }: RunsTableProps) {
  const t = useMessages(messages);
  const language = useLanguage();
  const isTicked = new Set(ticked);
  const all = runs.length > 0 && ticked.length === runs.length;
  const toggle = (id: string) => onTick(isTicked.has(id) ? ticked.filter((other) => other !== id) : [...ticked, id]);
  return (
    <table className="archive-table" data-testid="archive-runs">
      <thead>
        <tr>
          <th className="tick">
            <input
              type="checkbox"
              checked={all}
              ref={(box) => {
                if (box !== null) box.indeterminate = !all && ticked.length > 0;
              }}
              onChange={() => onTick(all ? [] : runs.map(({ id }) => id))}
              aria-label={t('tickAll')}
              title={t('tickAll')}
              data-testid="tick-all"
            />
          </th>
          <th>{t('runFile')}</th>
          <th>{t('runAcquired')}</th>
          <th>{t('runCytometer')}</th>
          <th>{t('runLot')}</th>
          <th>{t('runDonor')}</th>
          <th className="number">{t('runDay')}</th>
          <th className="number">{t('runEvents')}</th>
          <th>{t('runCall')}</th>
          <th className="number">{t('nkPercent')}</th>
          <th className="number">{t('nktPercent')}</th>
          <th className="number">{t('tPercent')}</th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr key={run.id} aria-selected={isTicked.has(run.id)}>
            <td className="tick">
              <input
                type="checkbox"
                checked={isTicked.has(run.id)}
                onChange={() => toggle(run.id)}
                aria-label={t('tickRun', { name: run.name })}
                data-testid={`tick-${run.name}`}
              />
            </td>
            <td title={run.away ? t('fileAway') : run.name}>
              {run.away && <Icon name="warning" size={12} />}
              <FileName name={run.dataset === 0 ? run.name : `${run.name} (${run.dataset + 1})`} />
            </td>
            <td>{run.acquired}</td>
            <td>{run.cytometer}</td>
            <td>{run.lot}</td>
            <td>{run.donor}</td>
            <td className="number">{run.day}</td>
            <td className="number">{formatCount(run.events)}</td>
            <td>{run.group === null ? '' : groupName(run.group, language)}</td>
            <td className="number">{run.nk === null ? '' : formatPercent(run.nk)}</td>
            <td className="number">{run.nktLike === null ? '' : formatPercent(run.nktLike)}</td>
            <td className="number">{run.t === null ? '' : formatPercent(run.t)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
