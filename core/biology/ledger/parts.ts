import type { LedgerEvent } from './event.ts';

/** Events by lots that name each other's materials; a correction belongs to what it voids. */
export function partsOf(events: readonly LedgerEvent[]): readonly (readonly LedgerEvent[])[] {
  const parent = new Map<string, string>();
  const rootOf = (lot: string): string => {
    let at = lot;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up;
    return at;
  };
  const owner = new Map<string, string>();
  for (const event of events) {
    if (!parent.has(event.lot)) parent.set(event.lot, event.lot);
    for (const name of namesIn(event)) {
      const known = owner.get(name);
      if (known === undefined) owner.set(name, event.lot);
      else parent.set(rootOf(event.lot), rootOf(known));
    }
  }
  const groups = new Map<string, LedgerEvent[]>();
  for (const event of events) {
    const root = rootOf(event.lot);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [event]);
    else group.push(event);
  }
  return [...groups.values()];
}

/** What can touch an entry: the events of its lot, and of every lot that shares a material with it. */
export function indexedParts(
  events: readonly LedgerEvent[],
): (entry: Pick<LedgerEvent, 'id' | 'kind' | 'lot' | 'body'>) => readonly LedgerEvent[] {
  const parts = partsOf(events);
  const byName = new Map<string, number>();
  for (const [place, part] of parts.entries())
    for (const event of part) for (const name of [`lot ${event.lot}`, ...namesIn(event)]) byName.set(name, place);
  return (entry) => {
    const places = new Set([`lot ${entry.lot}`, ...namesIn(entry)].flatMap((name) => byName.get(name) ?? []));
    return [...places].flatMap((place) => parts[place] ?? []).sort((a, b) => a.seq - b.seq);
  };
}

/** Materials and events that an event speaks of. */
function namesIn({ body, kind, id }: Pick<LedgerEvent, 'id' | 'kind' | 'body'>): readonly string[] {
  const names: string[] = [`event ${id}`];
  const visit = (value: unknown, key: string): void => {
    if (typeof value === 'string' && ['material', 'from', 'materials'].includes(key)) names.push(`material ${value}`);
    else if (typeof value === 'string' && kind === 'correct' && key === 'event') names.push(`event ${value}`);
    else if (Array.isArray(value)) for (const one of value) visit(one, key);
    else if (typeof value === 'object' && value !== null) for (const [name, one] of Object.entries(value)) visit(one, name);
  };
  visit(body, '');
  return names;
}
