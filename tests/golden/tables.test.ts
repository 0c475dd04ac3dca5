import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../core/base/byte-source.ts';
import { Problem } from '../../core/base/problem.ts';
import { chooseCompensation } from '../../core/data/compensation/choose-compensation.ts';
import { openFcs } from '../../core/data/fcs/read/open.ts';
import { readMatrixFile } from '../../core/exchange/formats/matrix-file.ts';
import { choiceOf } from '../../headless/cli/shared/load-compensation.ts';
import { hasShared, sharedFolder } from '../shared-data.ts';

const wild = path.join(sharedFolder, 'wild');
const tables = hasShared ? readdirSync(wild).filter((name) => /^(mx_.*|real_.*)\.csv$/.test(name)) : [];
// channels that x4_spill.fcs has not, and rows that are missing: nothing can be computed
const refused = new Map([
  ['mx_kaluza.csv', 'matrix-unfit'],
  ['mx_name_with_comma_quoted.csv', 'matrix-unfit'],
  ['mx_upper_missing_row.csv', 'matrix-invalid'],
  ['real_FlowUtils_comp_missing_row.csv', 'matrix-invalid'],
]);
// its own line says 0.35 for FITC to PE as all do; a lower triangle of 0.02 where it is given
const truth = 0.35;

describe.runIf(hasShared)('compensation tables of R, Excel, Kaluza, DIVA and FlowJo, over one file', () => {
  const fileOf = () => openFcs(bytesSource('x4_spill.fcs', readFileSync(path.join(wild, 'x4_spill.fcs'))));

  it.each(tables)('%s gives FITC to PE or a sentence', async (name) => {
    const [dataset] = (await fileOf()).datasets;
    const use = () => chooseCompensation(choiceOf(readMatrixFile(readFileSync(path.join(wild, name))), name), dataset!);
    const code = refused.get(name);
    if (code !== undefined) {
      expect(use).toThrow(expect.objectContaining({ code }));
      expect(use).toThrow(Problem);
      return;
    }
    const { compensation, used } = use();
    expect(used).toMatchObject({ status: 'applied', keyword: name });
    const [fitc = '', pe = ''] = used.channels;
    expect([fitc, pe]).toEqual(['FITC-A', 'PE-A']);
    // of a matrix of 1, a; b, 1 the inverse has -a / (1 - a b) off its diagonal
    const [[one = 0, other = 0] = []] = compensation!.inverse;
    expect(-other / one).toBeCloseTo(truth, 12);
  });
});
