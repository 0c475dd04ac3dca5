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

/** Materials and events that an event speaks of. */
function namesIn({ body, kind, id }: LedgerEvent): readonly string[] {
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
