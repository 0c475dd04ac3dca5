import { nameOutside } from '../strategy/population-names.ts';

/** Hands out XML ids: a name as it is where XML allows it and it is free, else the nearest one that is. */
export function openIds(): (wanted: string) => string {
  const taken = new Set<string>();
  return (wanted) => {
    const base = asXmlId(nameOutside(wanted));
    let id = base;
    for (let n = 2; taken.has(id); n++) id = `${base}_${n}`;
    taken.add(id);
    return id;
  };
}

/** An NCName: letters, digits, and a few marks, not starting with a digit or mark. */
function asXmlId(name: string): string {
  const clean = name.replace(/[^\p{L}\p{N}_.-]/gu, '_');
  return /^[\p{L}_]/u.test(clean) ? clean : `_${clean}`;
}
