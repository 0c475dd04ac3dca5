import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../core/base/byte-source.ts';
import { Problem } from '../../core/base/problem.ts';
import { judgeValues } from '../../core/data/fcs/plausible/judge-values.ts';
import { openFcs } from '../../core/data/fcs/read/open.ts';
import { corpusFile, hasShared } from '../shared-data.ts';
import { corpusFiles } from './corpus-table.ts';

/* What is said of the values of real files, each with its reason; of all others nothing. */

const scatter = 'forward or side scatter beyond the digitiser: large cells and clumps';
const tags = 'the bits above $PnR hold the number of the channel and a flag; the standard says to mask them';
const vendor = 'Beckman Coulter writes a block of its own (!@EOFVERSION) behind the last data set';

const reasons: { readonly [dataset: string]: { readonly [code: string]: string } } = {
  'DavidRach-Luciernaga/INF149_Ctrl_Tetramer.fcs 0': { 'values-piled': scatter },
  'DavidRach-Luciernaga/INF149_Ctrl_Tetramer_Unmixed.fcs 0': { 'values-piled': scatter },
  'RGLab-flowCore/0877408774.B08 0': { 'values-piled': scatter },
  'burtonrj-CytoPy/test.FCS 0': { 'values-piled': scatter },
  'burtonrj-CytoPy/test.FCS 1': { 'bits-above-range': tags, 'values-piled': scatter, 'bytes-behind': vendor },
  'eyurtsev-fcsparser/cyflow_cube_8.fcs 0': { 'bytes-behind': 'a zip archive of the instrument’s settings follows the data set' },
  'eyurtsev-fcsparser/fcs1_cleaned.lmd 0': { 'bits-above-range': tags },
  'taborlab-FlowCal/Data001.fcs 0': { 'values-cut-off': 'bacteria at gains that put a third of FL2 and FL3 at the top channel' },
  'webduvet-fcsparser/test1.fcs 0': { 'bits-above-range': tags },
  'whitews-FlowIO/coulter.lmd 0': { 'values-piled': scatter },
  'whitews-FlowIO/coulter.lmd 1': { 'bits-above-range': tags, 'values-piled': scatter, 'bytes-behind': vendor },
  'whitews-FlowIO/data_start_offset_discrepancy_example.fcs 0': {
    'bytes-behind': 'the file was cut to two events by hand, and a piece of text was left behind them',
  },
};

async function saidOf(file: string): Promise<readonly (readonly [dataset: string, codes: readonly string[]])[]> {
  const source = bytesSource(file, readFileSync(corpusFile(file)));
  try {
    const { datasets } = await openFcs(source);
    return await Promise.all(
      datasets.map(async (dataset, i) => {
        const findings = await judgeValues(dataset, source, { isLast: i === datasets.length - 1, mayRefuse: true });
        return [`${file} ${i}`, [...new Set(findings.map(({ code }) => code))].toSorted()] as const;
      }),
    );
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'layout-ambiguous') throw error;
    return [];
  }
}

describe.runIf(hasShared)('the values of the corpus', () => {
  it('are doubted for these reasons only, and none is refused', async () => {
    const said = (await Promise.all(corpusFiles.map(({ file }) => saidOf(file)))).flat().filter(([, codes]) => codes.length > 0);
    const expected = Object.entries(reasons).map(([dataset, of]) => [dataset, Object.keys(of).toSorted()]);
    expect(said.toSorted()).toEqual(expected.toSorted());
  });
});
