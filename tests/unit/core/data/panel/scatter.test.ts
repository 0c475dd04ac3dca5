import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classOfChannel, clockOf } from '../../../../../core/data/panel/channel-class.ts';
import { scatterOf } from '../../../../../core/data/panel/scatter.ts';
import { channelsOf, codesOf, type Named, nameOf, resolveShipped } from './panel-support.ts';

const scatterNamed = (name: string, marker?: string) => scatterOf(channelsOf(marker === undefined ? [name] : [name, marker])[0]!);

/** How makers write each part of a scatter channel's name; the parts are joined in any of their ways. */
const forward = [
  'FSC',
  'FS',
  'Fsc',
  'Forward Scatter',
  'Forward',
  'FALS',
  '前方散乱光',
  '前方散乱',
  'ＦＳＣ',
  'forward-scatter',
  'ForwardScatter',
  'Small Angle',
];
const side = [
  'SSC',
  'SS',
  'BSC',
  'Side Scatter',
  'Side',
  'RALS',
  '側方散乱光',
  '側方散乱',
  'ＳＳＣ',
  'side_scatter',
  'Large Angle',
  'Back Scatter',
];
const detectors = ['', '1', '00', ' 488/10', ' 405', '-V', '-B', '-Violet', ' (Blue)', '_640', ' PMT', ' detector'];
const pulses = {
  area: ['-A', ' A', '_A', '-Area', ' AREA', 'Area', ' INT LIN', '-ALin', ' LinA', ' (Area)', '(面積)', ' 面積'],
  height: ['-H', ' H', '-Height', 'HEIGHT', ' PEAK LIN', '-HLin', ' LinH', ' (H)', '(高さ)', ' 高さ'],
  width: ['-W', '_W', '-Width', 'Width', ' TOF LIN', ' TOF', '(幅)', ' パルス幅'],
} as const;
const aName = fc.record({
  word: fc.oneof(
    fc.constantFrom(...forward).map((text) => ['forward', text] as const),
    fc.constantFrom(...side).map((text) => ['side', text] as const),
  ),
  detector: fc.constantFrom(...detectors),
  pulse: fc
    .constantFrom('area', 'height', 'width')
    .chain((feature) => fc.constantFrom(...pulses[feature]).map((text) => [feature, text] as const)),
});

describe('scatter by its name', () => {
  it('is found with its direction and pulse feature however a maker writes it', () => {
    fc.assert(
      fc.property(aName, ({ word: [direction, word], detector, pulse: [feature, pulse] }) => {
        const name = word + detector + pulse;
        expect({ name, ...scatterNamed(name) }).toMatchObject({ name, direction, feature, logarithmic: false });
        expect(classOfChannel(channelsOf([name])[0]!)).toBe('scatter');
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['VSSC-A', 'side', 'area'],
    ['FSC1-A', 'forward', 'area'],
    ['405nm 405SSC (405/10) LogH', 'side', 'height'],
    ['FSC Par-H', 'forward', 'height'],
    ['LightLoss (Violet)-A', 'forward', 'area'],
    ['EV', 'forward', undefined],
    ['PMT side', 'side', undefined],
    ['前向散射光-A', 'forward', 'area'],
    ['Peak FSC', 'forward', 'height'],
    ['FSC-A 488/10', 'forward', 'area'],
    ['SSC-H-V', 'side', 'height'],
    ['SSC-A (405 nm)', 'side', 'area'],
    ['Lin FSC-H', 'forward', 'height'],
    ['*FSC-H', 'forward', 'height'],
    ['Forward Scatter (FSC-H)', 'forward', 'height'],
    ['FSC.A', 'forward', 'area'],
    ['Area_M01', 'forward', 'area'],
  ])('%s is %s scatter, %s', (name, direction, feature) => {
    expect(scatterNamed(name)).toMatchObject({ direction, ...(feature === undefined ? {} : { feature }) });
  });

  it('is logarithmic where its name says so, before or behind', () => {
    for (const name of ['FSC-HLog', 'FSC LogH', 'Log FSC', 'Log FSC-H', 'SS Log'])
      expect([name, scatterNamed(name)?.logarithmic]).toEqual([name, true]);
  });

  it('is no dye, no marker and no measure of an image', () => {
    const others = [
      'BB515-A',
      'FITC-A',
      'GRN-HLin',
      'PE-A',
      'Eccentricity (SSC)-A',
      'FSC/SSC',
      'FSHR',
      'SSEA-4',
      'FL1-H',
      'Intensity_MC_Ch02',
      'FoxP3',
      'CD3',
      'SSTR2-A',
    ];
    for (const name of others) expect([name, scatterNamed(name)]).toEqual([name, undefined]);
    expect(scatterNamed('Intensity_MC_Ch06', 'CD3')).toBeUndefined();
    expect(scatterNamed('PE-A', 'EV')).toBeUndefined();
    expect(scatterNamed('FL9-H', 'Side Scatter')).toMatchObject({ direction: 'side' });
    fc.assert(
      fc.property(
        fc.constantFrom('CD', 'IL', 'CCR', 'BV', 'FL', 'Alexa Fluor ', 'TCR'),
        fc.nat(900),
        fc.constantFrom('-A', '-H', '', ' PE'),
        (a, n, b) => {
          expect(scatterNamed(`${a}${n}${b}`)).toBeUndefined();
        },
      ),
    );
  });

  it('follows $PnTYPE and $PnFEATURE before any name', () => {
    const [channel] = channelsOf(['Detector 7']);
    expect(scatterOf({ ...channel!, detail: { type: 'Side_Scatter', feature: 'Height' } })).toMatchObject({
      direction: 'side',
      feature: 'height',
    });
    const [named] = channelsOf(['FSC-A']);
    expect(scatterOf({ ...named!, detail: { type: 'Raw_Fluorescence' } })).toBeUndefined();
    expect(classOfChannel({ ...named!, detail: { type: 'Time' } })).toBe('time');
  });
});

describe('the scatter entries of the shipped panel', () => {
  const resolved = (...names: readonly string[]) => {
    const found = resolveShipped(...names.map((name): Named => [name]));
    return { found, of: (id: string) => nameOf(found, id) };
  };

  it('take one detector, area before height, linear before logarithmic', () => {
    const { of } = resolved('FSC LogA', 'FSC LogH', 'FSC LinH', 'FSC LinA', 'SS Log', 'FSC-W');
    expect(['FSC', 'FSC-A', 'FSC-H', 'SSC'].map(of)).toEqual(['FSC LinA', 'FSC LinA', 'FSC LinH', 'SS Log']);
  });

  it('take the main laser where there are several, and say so', () => {
    const { of, found } = resolved('SSC 405-A', 'SSC 405-H', 'SSC 488/10-A', 'SSC 488/10-H', 'FSC-A');
    expect(['SSC', 'SSC-A', 'SSC-H'].map(of)).toEqual(['SSC 488/10-A', 'SSC 488/10-A', 'SSC 488/10-H']);
    expect(codesOf(found)).toEqual(['scatter-chosen']);
  });

  it('choose the same whatever the order of channels', () => {
    const names = ['FSC-A', 'FSC-H', 'FSC 405-A', 'SSC-B-A', 'VSSC-A', 'VSSC-H', 'BSC-A', 'FS00-A', 'EV'];
    const ids = ['FSC', 'SSC', 'FSC-A', 'FSC-H', 'SSC-A', 'SSC-H'];
    const expected = ids.map(resolved(...names).of);
    fc.assert(
      fc.property(fc.shuffledSubarray(names, { minLength: names.length }), (shuffled) => {
        expect(ids.map(resolved(...shuffled).of)).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  it('take what does not say for the area, beside the height of the same detector only', () => {
    expect(['FSC-A', 'FSC-H'].map(resolved('前方散乱', 'FSC-H').of)).toEqual(['前方散乱', 'FSC-H']);
    expect(['FSC', 'FSC-A'].map(resolved('FSC', 'SSC').of)).toEqual(['FSC', undefined]);
  });

  it('never pair the pulses of two detectors', () => {
    const { of } = resolved('FSC 488-A', 'FSC 405-H');
    expect(['FSC-A', 'FSC-H'].map(of)).toEqual(['FSC 488-A', undefined]);
  });

  it('say where another measure stands in', () => {
    expect(codesOf(resolved('FSC-A', 'BSC-A').found)).toEqual(['scatter-stand-in']);
    expect(codesOf(resolved('FSC-A', 'SSC-A').found)).toEqual([]);
  });
});

describe('the clock', () => {
  it.each(['Time', 'TIME', 'HDR-T', 'Time (51.20 sec.)', 'T', 'Clock', '時間', 'Time1'])('is %s', (name) => {
    expect(clockOf(channelsOf(['FSC-A'], [name]))?.name).toBe(name);
  });
  it.each(['TIM-3', 'TIMP1', 'Timing beads', 'CD3', 'Total'])('is not %s', (name) => expect(clockOf(channelsOf([name]))).toBeUndefined());
  it('is no word of a longer count, which is time all the same', () => {
    expect(clockOf(channelsOf(['TIME_LSW']))).toBeUndefined();
    expect(classOfChannel(channelsOf(['TIME_LSW'])[0]!)).toBe('time');
  });
});
