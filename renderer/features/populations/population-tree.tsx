import '../../ui/panel.css';
import './population-tree.css';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { commandOfListKey } from '../../../core/contract/commands.ts';
import type { PopulationResult } from '../../../core/statistics/population-result.ts';
import { runCommand } from '../../commands/run-command.ts';
import { useApp } from '../../context/use-app.ts';
import { useMessages } from '../../messages/language.ts';
import type { LivePopulation } from '../../store/live-populations.ts';
import { parentPath } from '../../store/population-path.ts';
import { isComposing, listMove } from '../../ui/keys.ts';
import { messages } from './messages.ts';
import { PopulationItem } from './population-item.tsx';
import { hasChildren, nameProblem, parentCount, populationColour, unfolded } from './population-rows.ts';

export interface PopulationTreeProps {
  /** In the order of the strategy; the first is all events. */
  readonly populations: readonly LivePopulation[];
  readonly selected: string | undefined;
  readonly onSelect: (path: string) => void;
  /** Others that are chosen with the selected one, and what adds one to them or takes it out. */
  readonly chosen?: readonly string[];
  readonly onChoose?: ((path: string) => void) | undefined;
  /** The name of the selected one is being changed; without a name it is taken back. */
  readonly renaming?: boolean;
  readonly onRenamed: (name?: string) => void;
  /** Paths of populations whose gate is this sample's own. */
  readonly overridden?: ReadonlySet<string>;
  /** Paths of populations whose gate is that of this sample's group, and how that is called. */
  readonly grouped?: ReadonlySet<string>;
  readonly group?: string | undefined;
  /** By default by role. */
  readonly colourOf?: (population: PopulationResult) => string | undefined;
  /** Events that a parent needs for its percentages to be shown. */
  readonly minimumEvents?: number;
}

/** The gate hierarchy with its statistics. Arrows move, fold and unfold; Enter opens, F2 names, Delete deletes. */
export function PopulationTree(props: PopulationTreeProps) {
  const { populations, selected, onSelect, renaming = false, onRenamed, overridden, colourOf = populationColour } = props;
  const { minimumEvents = 0, chosen = [], onChoose } = props;
  const app = useApp();
  const t = useMessages(messages);
  const tree = useRef<HTMLDivElement>(null);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const shown = unfolded(populations, folded);
  const at = shown.findIndex(({ path }) => path === selected);
  // the row that had the focus goes with its name or its gate
  const hadFocus = useRef(false);
  useEffect(() => {
    if (hadFocus.current && document.activeElement === document.body && populations.length > 0)
      tree.current?.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]')?.focus();
  }, [populations]);

  // a new gate, or a population that was chosen elsewhere, comes into sight
  const seen = useRef<string>(undefined);
  useEffect(() => {
    if (selected === undefined || selected === seen.current || !populations.some(({ path }) => path === selected)) return;
    const above = [...folded].filter((path) => selected.startsWith(`${path}/`));
    if (above.length > 0) {
      setFolded(new Set([...folded].filter((path) => !above.includes(path))));
      return;
    }
    seen.current = selected;
    tree.current?.querySelector('[role="treeitem"][aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [selected, populations, folded]);

  const fold = (path: string, closed: boolean) =>
    setFolded((before) => (closed ? new Set([...before, path]) : new Set([...before].filter((other) => other !== path))));
  const go = (path: string | undefined) => {
    const index = shown.findIndex((population) => population.path === path);
    if (path === undefined || index < 0) return;
    onSelect(path);
    tree.current?.querySelectorAll<HTMLElement>('[role="treeitem"]')[index]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.target instanceof HTMLInputElement) return;
    const path = shown[at]?.path;
    const command = commandOfListKey('populations', event.key);
    const move = listMove(event.key, at, shown.length);
    if (move !== undefined) go(shown[move]?.path);
    else if (path === undefined) return;
    else if (event.key === 'ArrowRight') folded.has(path) ? fold(path, false) : hasChildren(shown, path) && go(shown[at + 1]?.path);
    else if (event.key === 'ArrowLeft') hasChildren(shown, path) ? fold(path, true) : go(parentPath(path));
    else if (command !== undefined) runCommand(app, command);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const finish = (name?: string) => {
    onRenamed(name);
    tree.current?.querySelectorAll<HTMLElement>('[role="treeitem"]')[at]?.focus();
  };
  return (
    <section className="panel populations" aria-label={t('populations')} data-part data-testid="populations">
      <header className="panel-head population-columns">
        <h2>{t('populations')}</h2>
        <span>{t('percentOfParentShort')}</span>
      </header>
      <div
        ref={tree}
        className="panel-scroll"
        role="tree"
        tabIndex={-1}
        aria-label={t('populations')}
        aria-multiselectable={onChoose !== undefined}
        onKeyDown={onKeyDown}
        onFocus={() => {
          hadFocus.current = true;
        }}
        onBlur={(event) => {
          if (event.relatedTarget !== null) hadFocus.current = false;
        }}
      >
        {shown.map((population, i) => {
          const { path } = population;
          return (
            <PopulationItem
              key={path}
              population={population}
              total={parentCount(populations, path)}
              colour={colourOf(population)}
              selected={path === selected}
              chosen={chosen.includes(path)}
              focusable={path === selected || (at < 0 && i === 0)}
              foldable={hasChildren(populations, path) ? { folded: folded.has(path), onFold: (closed) => fold(path, closed) } : undefined}
              overridden={overridden?.has(path) === true}
              group={props.grouped?.has(path) === true ? props.group : undefined}
              minimumEvents={minimumEvents}
              renaming={renaming && path === selected}
              problemOf={(name) => {
                const problem = nameProblem(populations, path, name);
                return problem && t(problem);
              }}
              onSelect={() => onSelect(path)}
              onChoose={onChoose && (() => onChoose(path))}
              onOpen={() => void runCommand(app, 'population.open')}
              onFinishRename={finish}
            />
          );
        })}
        {populations.length <= 1 && <p className="panel-none">{t('noPopulations')}</p>}
      </div>
    </section>
  );
}
