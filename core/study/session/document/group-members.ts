import type { Criterion, SampleGroup } from './group.ts';
import type { Sample, SessionDocument } from './session-document.ts';

type Described = Pick<Sample, 'metadata' | 'keywords'>;
type Grouped = Pick<SessionDocument, 'groups'>;

/** Whether a sample lies in a group: put there by hand, or by all of the criteria as they hold now. */
export const isInGroup = (
  { criteria, samples }: Pick<SampleGroup, 'criteria' | 'samples'>,
  sample: Pick<Sample, 'id'> & Described,
): boolean => (criteria.length > 0 && criteria.every((criterion) => meets(sample, criterion))) || samples.includes(sample.id);

const known = new WeakMap<Grouped['groups'], WeakMap<Pick<Sample, 'id'> & Described, SampleGroup | null>>();

/**
 * The group that says what one sample is gated by: of the gating groups, in their order, the first that the sample fits. Undefined: none, it is
 * gated as all samples are.
 */
export function gatingGroupOf({ groups }: Grouped, sample: Pick<Sample, 'id'> & Described): SampleGroup | undefined {
  if (groups.length === 0) return undefined;
  const of = known.get(groups) ?? new WeakMap<object, SampleGroup | null>();
  known.set(groups, of);
  const found = of.get(sample);
  if (found !== undefined) return found ?? undefined;
  const group = groups.find((one) => one.kind === 'gating' && isInGroup(one, sample));
  of.set(sample, group ?? null);
  return group;
}

/** What results say of it: the name of the group that gates the sample, `null` for none; nothing in a session without groups. */
export const gatedBy = (document: Grouped, sample: Pick<Sample, 'id'> & Described): { readonly group?: string | null } =>
  document.groups.some(({ kind }) => kind === 'gating') ? { group: gatingGroupOf(document, sample)?.name ?? null } : {};

/** Every sample that a group shows: of a gating group those that it gates. */
export function membersOf(document: Pick<SessionDocument, 'groups' | 'samples'>, group: SampleGroup): readonly Sample[] {
  const isMember = (sample: Sample) =>
    group.kind === 'gating' ? gatingGroupOf(document, sample)?.id === group.id : isInGroup(group, sample);
  return document.samples.filter(isMember);
}

/** The samples of both that another gating group gates after a change, by the names of the groups. */
export function regroupedBy(
  before: Pick<SessionDocument, 'groups' | 'samples'>,
  after: Pick<SessionDocument, 'groups' | 'samples'>,
): readonly { readonly sample: string; readonly from?: string; readonly to?: string }[] {
  if (before.groups === after.groups && before.samples === after.samples) return [];
  if (before.groups.length === 0 && after.groups.length === 0) return [];
  const was = new Map(before.samples.map((sample) => [sample.id, sample]));
  return after.samples.flatMap((sample) => {
    const old = was.get(sample.id);
    if (old === undefined) return [];
    const [from, to] = [gatingGroupOf(before, old), gatingGroupOf(after, sample)];
    if (from?.id === to?.id) return [];
    return [{ sample: sample.id, ...(from === undefined ? {} : { from: from.name }), ...(to === undefined ? {} : { to: to.name }) }];
  });
}

/** The keywords of files that groups ask for. */
export const askedKeywords = ({ groups }: Grouped): ReadonlySet<string> =>
  new Set(groups.flatMap(({ criteria }) => criteria.flatMap(({ of }) => (typeof of === 'string' ? [] : [of.keyword]))));

function meets({ metadata, keywords }: Described, { of, test, values }: Criterion): boolean {
  const value = typeof of === 'string' ? metadata[of] : ownValue(keywords, of.keyword);
  if (value === undefined) return false;
  if (typeof value === 'number' && test === 'is') return values.some((wanted) => Number(plain(wanted)) === value);
  const text = plain(String(value));
  const isWanted = (wanted: string) => (test === 'is' ? text === wanted : text.toLowerCase().includes(wanted.toLowerCase()));
  return values.some((wanted) => isWanted(plain(wanted)));
}

const ownValue = (keywords: Sample['keywords'], name: string): string | undefined =>
  keywords !== undefined && Object.hasOwn(keywords, name) ? keywords[name] : undefined;

/** Full-width letters as plain ones, blanks around a text left out. */
const plain = (text: string): string => text.normalize('NFKC').trim();
