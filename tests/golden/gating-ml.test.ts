import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readGatingMl } from '../../core/exchange/gating-ml/read-gating-ml.ts';
import { writeGatingMl } from '../../core/exchange/gating-ml/write-gating-ml.ts';
import { protocolOfStrategy } from '../../core/exchange/strategy/imported-strategy.ts';
import { gateFileForTest } from '../fixtures/gate-file.ts';
import { hasShared, sharedFolder } from '../shared-data.ts';

const folder = path.join(sharedFolder, 'gatingml');
const data = path.join(folder, 'data1.fcs');
const invalid = 'gml_range_gate_attr_testing.xml';
const documents = hasShared ? readdirSync(path.join(folder, 'gml')).filter((file) => file !== invalid) : [];
const textOf = (file: string): string => readFileSync(path.join(folder, 'gml', file), 'utf8');
const countOf = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Truths by the last name of a path; one of them goes by another name. */
const truths: { readonly [id: string]: string } = hasShared
  ? Object.fromEntries(
      readdirSync(path.join(folder, 'truth')).map((file) => [
        file.replace(/^Results_|\.txt$/g, '').replace('ParQuadRect', 'ParRectangle1'),
        countOf(readFileSync(path.join(folder, 'truth', file), 'utf8')).join(''),
      ]),
    )
  : {};

describe.runIf(hasShared)('the Gating-ML 2.0 compliance set', () => {
  const met = new Set<string>();

  it.each(documents)('%s: every event as the truth has it, also after export and import', async (file) => {
    const read = readGatingMl(textOf(file));
    const { members } = await gateFileForTest(data, protocolOfStrategy(file, read));
    for (const [population, letters] of Object.entries(members)) {
      const id = population.slice(population.lastIndexOf('/') + 1);
      if (truths[id] === undefined) continue;
      expect(letters, id).toBe(truths[id]);
      met.add(id);
    }
    const { text, notes } = writeGatingMl(read);
    expect(notes).toEqual([]);
    const again = readGatingMl(text);
    const { kept: _, ...strategy } = read;
    expect(again).toMatchObject(strategy);
    expect((await gateFileForTest(data, protocolOfStrategy(file, again))).members).toEqual(members);
    expect(writeGatingMl(again).text).toBe(text);
  });

  it('meets all 51 truths', () => expect(met.size).toBe(51));

  it('refuses the invalid document, with its line', () => {
    expect(() => readGatingMl(textOf(invalid))).toThrow(expect.objectContaining({ code: 'gatingml-element', place: { line: 7 } }));
  });

  it('keeps what is not modelled', () => {
    const { kept } = readGatingMl(textOf('gml_all_gates.xml'));
    const again = readGatingMl(writeGatingMl(readGatingMl(textOf('gml_all_gates.xml'))).text);
    const plain = (list: typeof kept) =>
      list.map(({ owner, element }) => [
        owner,
        element.local,
        JSON.stringify(element)
          .replace(/\\n\s*/g, ' ')
          .replace(/"line":\d+/g, ''),
      ]);
    expect(kept.length).toBeGreaterThan(3);
    expect(plain(again.kept).sort()).toEqual(plain(kept).sort());
  });
});
