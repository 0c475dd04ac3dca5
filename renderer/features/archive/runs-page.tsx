import { useState } from 'react';
import type { ArchiveRun } from '../../../core/contract/archive-calls.ts';
import { formatCount, formatPercent } from '../../../core/show/plot/number-format.ts';
import { useLanguage, useWords } from '../../messages/language.ts';
import type { ArchiveState } from '../../store/archive-state.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { groupName } from './group-name.ts';

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
  readonly onTable: () => void;
  readonly onReports: () => void;
  readonly onTick: (ids: readonly string[]) => void;
  readonly onMore: () => void;
}

/** The runs of the archive: found by a query, gated again as a batch. */
export function RunsPage(props: RunsPageProps) {
  const { archive, onImport, onMore, onTick } = props;
  const speak = useWords();
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
            {speak('moreRuns')}
          </Button>
        )}
      </div>
    </>
  );
}

function RunsBar(props: RunsPageProps) {
  const { archive, onQuery, onKeep, onForget, onImport, onGateAgain, onChoices, onTable, onReports } = props;
  const speak = useWords();
  const [typed, setTyped] = useState(archive.query);
  const [naming, setNaming] = useState(false);
  const { busy, total, runs, queries, shown, ticked } = archive;
  const isFixed = busy || archive.places?.readOnly === true;
  const choose = (query: string) => {
    setTyped(query);
    onQuery(query);
  };
  const kept = [
    { id: 'query ', label: speak('allRuns') },
    ...queries.map(({ name, query }) => ({ id: `query ${query}`, label: name })),
    ...(shown === '' ? [] : [{ id: 'keep', label: speak('keepQuery') }]),
    ...queries.map(({ name }) => ({ id: `forget ${name}`, label: speak('dropQuery', { name }) })),
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
          label={speak('queryHint')}
          onKey={({ key }) => {
            if (key === 'Enter') onQuery(typed);
          }}
          testId="archive-query"
        />
      </div>
      <MenuButton icon="down" label={speak('keptQueries')} items={kept} onPick={pick} testId="kept-queries" />
      {naming && (
        <NameField
          label={speak('queryName')}
          onDone={(name) => {
            setNaming(false);
            if (name !== '') onKeep(name);
          }}
        />
      )}
      <span className="quiet small" data-testid="runs-found" data-total={total}>
        {ticked.length > 0
          ? speak('ticked', { count: formatCount(ticked.length) })
          : speak('runsFound', { shown: formatCount(runs.length), total: formatCount(total) })}
      </span>
      <span className="archive-space" />
      <Button icon="folder" onClick={onImport} disabled={isFixed} testId="import-folder">
        {speak('importFolder')}
      </Button>
      <Button onClick={onTable} disabled={busy || total === 0} testId="archive-table">
        {speak('exportResults')}
      </Button>
      <Button icon="report" onClick={onReports} disabled={busy || total === 0} testId="archive-reports">
        {speak('reportRuns')}
      </Button>
      <Button kind="primary" onClick={onGateAgain} disabled={isFixed || total === 0} title={speak('withSession')} testId="gate-again">
        {speak('gateAgain')}
      </Button>
      <IconButton
        icon="more"
        label={speak('gateAgainHow')}
        onClick={onChoices}
        disabled={isFixed || total === 0}
        testId="gate-again-with"
      />
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
  const speak = useWords();
  return (
    <div className="empty" data-testid="archive-empty">
      <Icon name="folder" size={32} />
      <h2 className="empty-title">{speak('archiveEmptyTitle')}</h2>
      <p className="empty-hint">{speak('archiveEmptyHint')}</p>
      <div className="empty-actions">
        <Button kind="primary" large onClick={onImport} disabled={busy} testId="import-folder">
          {speak('importFolder')}
        </Button>
      </div>
      {imported && <ImportedNote imported={imported} />}
    </div>
  );
}

function ImportedNote({ imported: { files, added, known, failed } }: { readonly imported: NonNullable<ArchiveState['imported']> }) {
  const speak = useWords();
  const language = useLanguage();
  return (
    <div className="archive-note" data-testid="imported">
      <p>
        {speak('imported', {
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
  const speak = useWords();
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
              aria-label={speak('tickAll')}
              title={speak('tickAll')}
              data-testid="tick-all"
            />
          </th>
          <th>{speak('runFile')}</th>
          <th>{speak('runAcquired')}</th>
          <th>{speak('runCytometer')}</th>
          <th>{speak('runLot')}</th>
          <th>{speak('runDonor')}</th>
          <th className="number">{speak('runDay')}</th>
          <th className="number">{speak('runEvents')}</th>
          <th>{speak('runCall')}</th>
          <th className="number">{speak('nkPercent')}</th>
          <th className="number">{speak('nktPercent')}</th>
          <th className="number">{speak('tPercent')}</th>
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
                aria-label={speak('tickRun', { name: run.name })}
                data-testid={`tick-${run.name}`}
              />
            </td>
            <td title={run.away ? speak('fileAway') : run.name}>
              {run.away && <Icon name="warning" size={12} />}
              {run.dataset === 0 ? run.name : `${run.name} (${run.dataset + 1})`}
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
