import { describe, expect, it } from 'vitest';
import { MOST_NESTING, nestingOf } from '../../../../../core/base/json-document.ts';
import { checkAudit } from '../../../../../core/study/session/audit-check.ts';
import type { Edit } from '../../../../../core/study/session/edits/edit-kinds.ts';
import { sampleIdOf } from '../../../../../core/study/session/edits/edit-samples.ts';
import { commit, emptyHistory, MAX_PAST, openHistory, redo, sessionOf, undo } from '../../../../../core/study/session/history.ts';
import { openSession, serialiseSession } from '../../../../../core/study/session/session-text.ts';
import { begun, commitAll, problemOf, sampleNumber, shipped, stamp } from './session-support.ts';

const parseSession = (text: string) => openSession(text).session;

const refusal = (edit: Edit, history = begun()) => problemOf(() => commit(history, edit, stamp)).code;
const transform = { kind: 'arcsinh' as const, T: 262144, M: 4, A: 1 };
const text = () => serialiseSession(sessionOf(begun()));
const altered = (change: (document: Record<string, unknown>) => object) => JSON.stringify(change(JSON.parse(text())));

describe('samples', () => {
  it('are added once, described, relinked to the same bytes, removed', () => {
    const moved = { ...sampleNumber(1).file, name: 'moved.fcs', path: '../moved.fcs' };
    const { present } = commitAll(
      [
        { type: 'sample/metadata', sample: 's1', metadata: { role: 'fmo', donor: 'D-07', day: 14 } },
        { type: 'sample/relink', sample: 's1', file: moved },
        { type: 'sample/remove', samples: ['s2'] },
      ],
      begun(),
    );
    expect(present.samples).toEqual([{ id: 's1', file: moved, metadata: { role: 'fmo', donor: 'D-07', day: 14 } }]);
    expect(sampleIdOf(moved)).toBe('0000000000000000-0');
  });

  it('that do not fit are refused', () => {
    expect(refusal({ type: 'sample/add', samples: [sampleNumber(1)] })).toBe('sample-id-taken');
    expect(refusal({ type: 'sample/add', samples: [{ ...sampleNumber(1), id: 'other' }] })).toBe('sample-exists');
    expect(refusal({ type: 'sample/relink', sample: 's1', file: sampleNumber(3).file })).toBe('sample-differs');
    expect(refusal({ type: 'sample/remove', samples: ['s9'] })).toBe('sample-unknown');
  });
});

describe('the protocol of a session', () => {
  it('takes transforms, pins and a matrix, and gives them back', () => {
    const history = commitAll(
      [
        { type: 'transform/set', entry: 'CD3', transform },
        { type: 'panel/pin', entry: 'CD3', channel: 'FL1-A' },
        {
          type: 'compensation/set',
          compensation: {
            use: 'matrix',
            channels: ['A', 'B'],
            matrix: [
              [1, 0.1],
              [0, 1],
            ],
          },
        },
      ],
      begun(),
    );
    const { transforms, panel, compensation } = history.present.protocol;
    expect(transforms['CD3']).toEqual(transform);
    expect(panel.entries.find(({ id }) => id === 'CD3')?.channel).toBe('FL1-A');
    expect(compensation.use).toBe('matrix');
    const back = commitAll(
      [
        { type: 'transform/set', entry: 'CD3', transform: null },
        { type: 'panel/pin', entry: 'CD3', channel: null },
      ],
      history,
    );
    expect(back.present.protocol).toEqual({ ...begun().present.protocol, compensation });
  });

  it('refuses what it does not know', () => {
    expect(refusal({ type: 'transform/set', entry: 'CD999', transform: null })).toBe('panel-unknown');
    expect(refusal({ type: 'transform/set', entry: '__proto__', transform: null })).toBe('edit-invalid');
    expect(refusal({ type: 'panel/pin', entry: 'CD999', channel: 'X' })).toBe('panel-unknown');
    expect(refusal({ type: 'compensation/set', compensation: { use: 'matrix', channels: ['A', 'B'], matrix: [[1], [0, 1]] } })).toBe(
      'matrix-unfit',
    );
    expect(refusal({ type: 'protocol/replace', protocol: { ...shipped, strategy: [...shipped.strategy, ...shipped.strategy] } })).toBe(
      'sibling-name-taken',
    );
  });
});

describe('history', () => {
  it('is frozen to its leaves, and a refused edit leaves it as it was', () => {
    const history = begun();
    expect(() => Object.assign(history.present.samples[0]?.metadata ?? {}, { role: 'beads' })).toThrow(TypeError);
    expect(refusal({ type: 'sample/remove', samples: ['s9'] }, history)).toBe('sample-unknown');
    expect(history.audit).toHaveLength(2);
  });

  it('undoes to the very same document and notes it', () => {
    const before = begun();
    const after = commitAll([{ type: 'sample/remove', samples: ['s1'] }], before);
    const undone = undo(after, stamp);
    expect(undone.present).toBe(before.present);
    expect(redo(undone, stamp).present).toBe(after.present);
    expect(undone.audit.at(-1)).toMatchObject({ ...stamp, action: { type: 'undo' } });
    expect(undo(emptyHistory, stamp)).toBe(emptyHistory);
    expect(redo(after, stamp)).toBe(after);
  });

  it('shares what an edit did not change', () => {
    const before = begun();
    const after = commitAll([{ type: 'gate/rename', population: 'Cells/T', name: 'T cells' }], before);
    expect(after.present.samples).toBe(before.present.samples);
    expect(after.present.protocol.panel).toBe(before.present.protocol.panel);
  });

  it('keeps a bounded past and the whole audit', () => {
    let history = begun();
    for (let i = 0; i < MAX_PAST + 10; i++) history = commitAll([{ type: 'panel/pin', entry: 'CD3', channel: `FL${i}` }], history);
    expect(history.past).toHaveLength(MAX_PAST);
    expect(history.audit).toHaveLength(MAX_PAST + 12);
  });
});

describe('a session file', () => {
  it('reads back equal, ends with a line break, and does not depend on the order of keys', () => {
    const session = sessionOf(begun());
    expect(parseSession(text())).toEqual(session);
    expect(text()).toMatch(/^\{\n {2}"format": "lymphoscope-session",[\s\S]*\}\n$/);
    const { audit, format, ...rest } = session;
    expect(serialiseSession({ audit, ...rest, format })).toBe(text());
    expect(checkAudit(session)).toEqual([]);
    const scaled = (...entries: readonly string[]) =>
      openHistory({
        ...session,
        protocol: { ...session.protocol, transforms: Object.fromEntries(entries.map((entry) => [entry, transform])) },
      });
    expect(serialiseSession(sessionOf(scaled('CD3', 'CD56')))).toBe(serialiseSession(sessionOf(scaled('CD56', 'CD3'))));
    expect(checkAudit(sessionOf(openHistory(parseSession(text()))))).toEqual([]);
  });

  it.each([
    ['no JSON', () => '{', 'session-invalid', ''],
    ['an unknown key', () => altered((d) => ({ ...d, extra: 1 })), 'session-invalid', ''],
    ['an own __proto__', () => text().replace('{', '{ "__proto__": { "format": "x" },'), 'session-invalid', ''],
    ['a wrong digest', () => text().replaceAll('0000000001"', '000000000g"'), 'session-invalid', 'samples.0.file.sha256'],
    ['a newer format', () => altered((d) => ({ ...d, version: 4 })), 'version-unknown', 'version'],
    ['a sample twice', () => altered((d) => ({ ...d, samples: [sampleNumber(1), sampleNumber(1)] })), 'sample-id-taken', undefined],
    ['gates without ids', () => altered((d) => ({ ...d, protocol: shipped })), 'gate-id-missing', 'Singlets'],
    ['a million brackets', () => '['.repeat(1e6), 'session-too-large', undefined],
    [
      'nested gates without end',
      () => altered((d) => ({ ...d, protocol: { ...shipped, strategy: nested(200) } })),
      'session-too-large',
      undefined,
    ],
  ])('with %s is refused with its place', (_, broken, code, path) => {
    expect(problemOf(() => parseSession(broken()))).toMatchObject({ code, place: path === undefined ? {} : { path } });
  });

  it('as deep as the limit allows is read', () => {
    const deep = altered((d) => ({ ...d, audit: [], gateIds: 200, samples: [], protocol: { ...shipped, strategy: nested(100) } }));
    expect(parseSession(deep).gateIds).toBe(200);
    expect(problemOf(() => parseSession(deep.replace('"gates":[]', `"gates":${JSON.stringify(nested(1))}`))).code).toBe(
      'strategy-too-deep',
    );
    const saved = serialiseSession(sessionOf(commitAll([{ type: 'protocol/replace', protocol: parseSession(deep).protocol }])));
    expect(nestingOf(saved)).toBeLessThan(MOST_NESTING);
    expect(serialiseSession(parseSession(saved))).toBe(saved);
  });

  it('takes names of the prototype as names', () => {
    const panel = { entries: [...shipped.panel.entries, { id: 'constructor', aliases: ['x'], match: 'word' as const, standIns: [] }] };
    const history = commitAll([
      { type: 'protocol/replace', protocol: { ...shipped, panel, strategy: [] } },
      {
        type: 'gate/add',
        parent: '',
        node: { dimensions: ['constructor'], gate: { kind: 'rectangle', ranges: [{}] }, populations: [{ name: '__proto__' }] },
      },
      { type: 'transform/set', entry: 'constructor', transform },
      {
        type: 'gate/add',
        parent: '__proto__',
        node: { dimensions: ['FSC'], gate: { kind: 'rectangle', ranges: [{}] }, populations: [{ name: 'toString' }] },
      },
    ]);
    expect(parseSession(serialiseSession(sessionOf(history)))).toEqual(sessionOf(history));
  });

  it('that was changed elsewhere is found out by its audit', () => {
    const session = sessionOf(begun());
    const [first] = session.samples;
    const forged = { ...session, samples: session.samples.map((s) => (s === first ? { ...s, metadata: { role: 'fmo' as const } } : s)) };
    expect(checkAudit(forged)).toMatchObject([{ code: 'audit-differs' }]);
    const moved = { ...session, samples: session.samples.map((s) => ({ ...s, file: { ...s.file, path: 'elsewhere' } })) };
    expect(checkAudit(moved)).toMatchObject([{ code: 'audit-differs' }]);
    expect(checkAudit({ ...session, audit: [{ ...stamp, action: { type: 'undo' } }] })).toMatchObject([{ code: 'audit-unplayable' }]);
  });
});

const nested = (levels: number): object[] =>
  levels === 0
    ? []
    : [
        {
          id: `g${levels}`,
          dimensions: ['FSC'],
          gate: { kind: 'rectangle', ranges: [{}] },
          populations: [{ name: 'P', gates: nested(levels - 1) }],
        },
      ];
