import { describe, expect, it } from 'vitest';
import { Problem } from '../../../../../core/base/problem.ts';
import type { FileToken } from '../../../../../core/contract/bridge.ts';
import type { SampleMetadata } from '../../../../../core/data/metadata/sample-metadata.ts';
import atl from '../../../../../core/study/protocol/atl-product.json';
import { type Protocol, parseProtocol } from '../../../../../core/study/protocol/protocol.ts';
import type { SampleAnalysis } from '../../../../../core/study/sample/sample-analysis.ts';
import { applyEdit } from '../../../../../core/study/session/edits/edits.ts';
import type { AppContext } from '../../../../../renderer/context/app-context.ts';
import { countSubject } from '../../../../../renderer/features/residual/count-subject.ts';
import { isCountOf, subjectsOf } from '../../../../../renderer/features/residual/subjects.ts';
import { createWindowStore } from '../../../../../renderer/store/store.ts';

const protocol = parseProtocol(JSON.stringify(atl));
const plan = protocol.residual!;

interface Given {
  readonly name: string;
  readonly size?: number;
  readonly metadata: SampleMetadata;
}

/** A session of these files, each read and known; the engine counts `of` by file. */
function windowOf(files: readonly Given[], of: (name: string) => { readonly n: number; readonly total: number } | Problem) {
  const store = createWindowStore('en');
  const stamp = { at: '2026-01-01T00:00:00.000Z', by: 'x' };
  const present = store.getState().session.history.present;
  const opened = applyEdit(present, { type: 'protocol/replace', protocol }, stamp);
  const digest = (i: number) => i.toString(16).padStart(64, '0');
  const document = applyEdit(
    opened,
    {
      type: 'sample/add',
      samples: files.map(({ name, metadata }, i) => ({
        id: `s${i}`,
        file: { name, path: `t${i}`, sha256: digest(i), size: 1, dataset: 0 },
        metadata,
      })),
    },
    stamp,
  );
  store.setState((state) => ({
    session: { ...state.session, history: { ...state.session.history, present: document } },
    results: {
      ...state.results,
      samples: new Map(
        files.map(({ name, size = 1 }, i) => [
          `t${i} 0`,
          {
            ...{ key: `t${i} 0`, token: `t${i}` as FileToken, name, size, dataset: 0, mode: 'default', pending: false },
            ...{ phase: 'loaded', fraction: 1, sha256: digest(i) },
          } as const,
        ]),
      ),
    },
  }));
  const asked: { readonly name: string; readonly protocol: Protocol }[] = [];
  const gateBy = async (key: string, by: Protocol): Promise<SampleAnalysis> => {
    const i = Number(/\d+/.exec(key)?.[0]);
    const { name, metadata } = files[i]!;
    asked.push({ name, protocol: by });
    const counted = of(name);
    if (counted instanceof Problem) throw counted;
    const populations = [
      { path: plan.denominator, count: counted.total },
      { path: plan.population, count: counted.n },
    ];
    const sample = { sha256: digest(i), dataset: 0, metadata };
    return { sample, channels: [], populations, protocol: { name: 'P', revision: 1, sha256: 'f' } } as unknown as SampleAnalysis;
  };
  const app = { store, engine: { gateBy } } as unknown as AppContext;
  return { app, store, asked };
}

const sample = (more: Partial<SampleMetadata>): SampleMetadata => ({ role: 'sample', ...more });
const run = { signal: new AbortController().signal, onCounted: () => undefined };

describe('residual cells of the session', () => {
  const files: readonly Given[] = [
    { name: 'small.fcs', size: 1, metadata: sample({ lot: 'L', day: 7 }) },
    { name: 'large.fcs', size: 9, metadata: sample({ lot: 'L', day: 7, cells: 2e9, cellsKind: 'viable' }) },
    { name: 'start.fcs', metadata: sample({ lot: 'L', day: 0 }) },
    { name: 'lost.fcs', metadata: sample({ lot: 'L' }) },
    { name: 'other.fcs', metadata: sample({ donor: 'D2' }) },
    { name: 'blank.fcs', metadata: { role: 'blank' } },
    { name: 'fmo.fcs', metadata: { role: 'fmo', omits: 'CADM1' } },
    // CD7 is a marker that they lack
    { name: 'fmo-cd7.fcs', metadata: { role: 'fmo', omits: 'CD7' } },
  ];

  it('are taken together by lot, else donor, with the blanks that leave out a marker of their gate', () => {
    const { store } = windowOf(files, () => ({ n: 0, total: 1 }));
    const subjects = subjectsOf(store.getState(), plan);
    expect(subjects.map(({ id, tubes }) => [id, tubes.map(({ name }) => name)])).toEqual([
      ['L', ['small.fcs', 'large.fcs', 'start.fcs', 'lost.fcs']],
      ['D2', ['other.fcs']],
    ]);
    expect(subjects[0]?.blanks.map(({ name }) => name)).toEqual(['blank.fcs', 'fmo.fcs']);
  });

  it('are counted day by day by the gates of the largest tube, each with its blanks and the cells that a tube names', async () => {
    const { app, store, asked } = windowOf(files, (name) => ({ n: name === 'large.fcs' ? 60 : 0, total: 200_000 }));
    const [subject] = subjectsOf(store.getState(), plan);
    const count = await countSubject(app, subject!, plan, run);
    expect(asked.map(({ name }) => name)).toEqual(['large.fcs', 'small.fcs', 'blank.fcs', 'fmo.fcs', 'start.fcs', 'blank.fcs', 'fmo.fcs']);
    expect(count.days.map(({ day, result }) => [day, result.sum?.n, result.sum?.total])).toEqual([
      [7, 60, 400_000],
      [0, 0, 200_000],
    ]);
    expect(count.days[0]?.count?.viable).toBe(2e9);
    expect(count.failed.map(({ file, problem }) => [file, problem.code])).toEqual([['lost.fcs', 'residual-no-day']]);
    expect(isCountOf(count, subject!, plan)).toBe(true);
  });

  it('are not gated again where only what is said of a sample has changed', async () => {
    const { app, store, asked } = windowOf(files, () => ({ n: 60, total: 200_000 }));
    const [subject] = subjectsOf(store.getState(), plan);
    const known = await countSubject(app, subject!, plan, run);
    const before = asked.length;
    const changed = {
      ...subject!,
      tubes: subject!.tubes.map((tube) =>
        tube.name === 'start.fcs' ? { ...tube, makers: { ...tube.makers, metadata: sample({ lot: 'L', day: 0, cells: 5e7 }) } } : tube,
      ),
    };
    const again = await countSubject(app, changed, plan, { ...run, known });
    expect(asked).toHaveLength(before);
    expect(again.days.map(({ day, result }) => [day, result.sum?.n])).toEqual(known.days.map(({ day, result }) => [day, result.sum?.n]));
    expect(again.days.find(({ day }) => day === 0)?.count?.viable).toBe(5e7);
    expect(isCountOf(known, changed, plan)).toBe(false);
    // another gate is another count
    const moved = {
      ...subject!,
      tubes: subject!.tubes.map((tube) => ({ ...tube, makers: { ...tube.makers, protocol: { ...tube.makers.protocol } } })),
    };
    await countSubject(app, moved, plan, { ...run, known });
    expect(asked.length).toBeGreaterThan(before);
  });

  it('name a tube that cannot be gated, and count the others', async () => {
    const broken = new Problem('broken', { en: 'broken', ja: '破損' });
    const { app, store } = windowOf(files, (name) => (name === 'small.fcs' ? broken : { n: 1, total: 200_000 }));
    const [subject] = subjectsOf(store.getState(), plan);
    const count = await countSubject(app, subject!, plan, run);
    expect(count.failed.map(({ file }) => file)).toEqual(['lost.fcs', 'small.fcs']);
    expect(count.days[0]?.result.tubes.map(({ file }) => file)).toEqual(['large.fcs']);
  });
});
