import { describe, expect, it } from 'vitest';
import { labelHasWord, labelIs } from '../../../../../core/data/panel/label.ts';

describe('a marker as a word of a label', () => {
  it.each([
    ['CD3', 'CD3'],
    ['CD3 FITC', 'CD3'],
    ['FITC CD3', 'CD3'],
    ['cd3-fitc', 'CD3'],
    ['154Sm_CD3', 'CD3'],
    ['CD3(Cd110)Di', 'CD3'],
    ['Comp-CD3-A', 'CD3'],
    ['anti-CD3', 'CD3'],
    ['hCD56', 'CD56'],
    ['CD56/NCAM', 'CD56'],
    ['HLADR', 'HLA-DR'],
    ['HLA DR PE', 'HLA-DR'],
    ['NK11', 'NK1.1'],
    ['NK1.1 PE', 'NK1.1'],
    ['TCRγδ', 'TCRgd'],
    ['TCR γ/δ PE', 'TCR g/d'],
    ['ＣＤ３', 'CD3'],
  ])('%s holds %s', (label, marker) => expect(labelHasWord(label, marker)).toBe(true));

  it.each([
    ['CD38', 'CD3'],
    ['CD30', 'CD3'],
    ['CD45RA', 'CD45'],
    ['(Cd112)Di', 'CD112'],
    ['CD161', 'CD16'],
    ['CD4', 'CD45'],
    ['ACD3', 'CD3'],
    ['column NK11 from dataset', 'CD56'],
  ])('%s does not hold %s', (label, marker) => expect(labelHasWord(label, marker)).toBe(false));
});

describe('a label that is a name', () => {
  it.each([
    ['FSC-A', 'FSC A'],
    ['FS INT LIN', 'FS_INT_LIN'],
    ['fsc-a', 'FSC-A'],
    ['<FSC-A>', 'FSC-A'],
  ])('%s is %s', (label, name) => expect(labelIs(label, name)).toBe(true));
  it.each([
    ['FSC-H', 'FSC-A'],
    ['SSC-B-A', 'SSC-A'],
  ])('%s is not %s', (label, name) => expect(labelIs(label, name)).toBe(false));
});
