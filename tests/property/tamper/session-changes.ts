import { canonicalJson } from '../../../core/base/chain/canonical-json.ts';
import { CHAIN_START, entryDigest } from '../../../core/base/chain/chain.ts';
import { otherValue, pickOf, type Random, upTo } from './changes.ts';

type Json = { [key: string]: Json } | Json[] | string | number | boolean | null;
export interface Written {
  [key: string]: Json;
  audit: ({ before: string } & { [key: string]: Json })[];
  seal: { entries: number; head: string };
}

interface Leaf {
  readonly holder: { [key: string]: Json };
  readonly key: string;
}

function leavesOf(value: Json, found: Leaf[] = []): Leaf[] {
  if (typeof value !== 'object' || value === null) return found;
  const holder = value as { [key: string]: Json };
  for (const [key, part] of Object.entries(holder))
    if (typeof part === 'object' && part !== null) leavesOf(part, found);
    else found.push({ holder, key });
  return found;
}

function listsOf(value: Json, found: Json[][] = []): Json[][] {
  if (typeof value !== 'object' || value === null) return found;
  if (Array.isArray(value)) found.push(value);
  for (const part of Object.values(value)) listsOf(part, found);
  return found;
}

/** Changes something in a session as a stranger would; false where this one changes nothing. */
const changes: { readonly [kind: string]: (random: Random, session: Written) => void } = {
  value(random, session) {
    const { holder, key } = pickOf(random, leavesOf(session));
    holder[key] = otherValue(random, holder[key]) as Json;
  },
  row(random, session) {
    const list = pickOf(random, random.uniform() < 0.5 ? [session.audit as Json[]] : listsOf(session));
    const at = upTo(random, list.length);
    if (random.uniform() < 0.5) list.splice(at, 1);
    else list.splice(at, 0, structuredClone(list[upTo(random, list.length)] ?? 'added'));
  },
  order(random, session) {
    const list = pickOf(random, random.uniform() < 0.5 ? [session.audit as Json[]] : listsOf(session));
    const [a, b] = [upTo(random, list.length), upTo(random, list.length)];
    if (list.length > 1) [list[a], list[b]] = [list[b] as Json, list[a] as Json];
  },
  tail(random, session) {
    session.audit.splice(session.audit.length - 1 - upTo(random, 3));
  },
};
export const sessionChanges = [...Object.keys(changes), 'bit'];

/** The text of the session with one change; undefined where it came out as it was. `renewed`: with the digests that go with what was changed. */
export function changedSession(random: Random, text: string, kind: string, renewed: boolean): string | undefined {
  const before = JSON.parse(text) as Written;
  if (kind === 'bit') {
    const bytes = Buffer.from(text);
    const at = upTo(random, bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << upTo(random, 8));
    const changed = bytes.toString('latin1') === text ? undefined : bytes.toString('utf8');
    return changed === undefined || isSame(changed, text) ? undefined : changed;
  }
  const after = structuredClone(before);
  changes[kind]?.(random, after);
  if (canonicalJson(after) === canonicalJson(before)) return undefined;
  return JSON.stringify(renewed ? withDigests(before, after) : after);
}

function isSame(a: string, b: string): boolean {
  try {
    return canonicalJson(JSON.parse(a)) === canonicalJson(JSON.parse(b));
  } catch {
    return false;
  }
}

/** The digest of the first entry that was changed, and that of the whole file, computed anew. */
function withDigests(before: Written, after: Written): Written {
  const { audit } = after;
  const at = audit.findIndex((entry, i) => canonicalJson(entry) !== canonicalJson(before.audit[i] ?? null));
  const changed = at < 0 ? undefined : audit[at];
  const next = at < 0 ? undefined : audit[at + 1];
  if (changed !== undefined && next !== undefined) next.before = entryDigest(changed, changed.before);
  const last = audit.at(-1);
  after.seal = { entries: audit.length, head: last === undefined ? CHAIN_START : entryDigest(last, last.before) };
  return after;
}
