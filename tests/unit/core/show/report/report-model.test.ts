import { describe, expect, it } from 'vitest';
import { type Language, languages, say } from '../../../../../core/base/message.ts';
import { groupNames, words } from '../../../../../core/show/report/messages.ts';
import { type ReportOptions, reportModel } from '../../../../../core/show/report/report-model.ts';
import { evidenceSentences, findingSentences, sampleAnalysis } from '../../../../fixtures/sample-analysis.ts';

const optionsIn = (language: Language): ReportOptions => ({
  language,
  generatedAt: '2026-11-22T09:30:00.000Z',
  findingText: ({ code, values }) => say(findingSentences[code]!, values, language),
  evidenceSentences,
});
const analysis = sampleAnalysis({ eventCount: 4000 });
const placesOf = (text: string): readonly string[] => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

describe('the words of a report', () => {
  it.each(Object.entries({ ...words, ...groupNames }))('are there in both languages with the same places: %s', (_, sentence) => {
    for (const language of languages) expect(sentence[language].trim()).not.toBe('');
    expect(placesOf(sentence.ja)).toEqual(placesOf(sentence.en));
  });
});

describe('a report', () => {
  it('says what the sample is consistent with, and why', () => {
    const { call } = reportModel(analysis, optionsIn('en'));
    expect(`${call.lead} ${call.group}`).toBe('The measured composition is consistent with Expanded NK');
    expect(call.reasons[0]).toEqual({
      mark: 'pass',
      word: 'met',
      text: 'NK cells (CD3−CD56+) 34.8 % (34.1–35.5); limit ≥ 30 %.',
    });
    expect(reportModel(analysis, optionsIn('ja')).call.group).toBe('拡大培養NK');
  });

  it('never says "confirmed" and leaves no place unfilled', () => {
    for (const language of languages) {
      const text = JSON.stringify(reportModel(analysis, optionsIn(language)));
      expect(text).not.toMatch(/confirmed|確定|\{\w+\}/i);
    }
  });

  it('finds the four-way plot and keeps the plots in order', () => {
    const { plots } = reportModel(analysis, optionsIn('en'));
    expect(plots.fourWay?.title).toBe('Viable');
    expect(plots.plots.map(({ title }) => title)).toEqual(['All events', 'Lymphocytes', 'Singlets', 'Viable', 'NK cells']);
  });

  it('lists a gate of four populations once', () => {
    const names = reportModel(JSON.parse(JSON.stringify({ ...analysis, plots: [] })), optionsIn('en')).gates.gates.map(({ name }) => name);
    expect(names).toHaveLength(5);
    expect(names[3]).toBe('NK cells, NKT-like, T cells, CD3−CD56− (CD3 × CD56)');
  });

  it('calls features and axes by their names', () => {
    const classification = {
      ...analysis.classification,
      reasons: [{ code: 'not-measured', values: { feature: 'nk' }, passed: false }],
      missing: ['cd69-of-nk', 'CD999'],
    };
    const evidence = [{ code: 'axis', values: { axis: 'y' } }];
    const populations = analysis.populations.map((population) =>
      population.gate?.automatic
        ? { ...population, gate: { ...population.gate, automatic: { ...population.gate.automatic, evidence } } }
        : population,
    );
    const model = reportModel(
      { ...analysis, classification, populations },
      {
        ...optionsIn('ja'),
        evidenceSentences: { axis: { en: 'on {axis}', ja: '{axis}上' } },
      },
    );
    expect(model.call.reasons[0]?.text).toBe('NK細胞(CD3−CD56+)は測定されていません。');
    expect(model.call.missing?.items).toEqual(['NK細胞中のCD69+', 'CD999']);
    expect(model.gates.gates[0]?.sentences).toEqual(['SSC-A上']);
  });

  it('names the file without its folders', () => {
    for (const file of ['/home/yamada/run 1.fcs', 'C:\\Users\\yamada\\run 1.fcs']) {
      const model = reportModel({ ...analysis, sample: { ...analysis.sample, file } }, optionsIn('en'));
      expect(model.title).toBe('run 1.fcs');
      expect(JSON.stringify(model)).not.toContain('yamada');
    }
  });

  it('does not show what was masked', () => {
    const sample = { ...analysis.sample, keywords: [{ name: '$SRC', value: 'Yamada Taro', masked: true }] };
    expect(JSON.stringify(reportModel({ ...analysis, sample }, optionsIn('en')))).not.toContain('Yamada');
  });

  it('crashes on a code that no catalogue knows', () => {
    const classification = { ...analysis.classification, reasons: [{ code: 'unheard-of', passed: true }] };
    expect(() => reportModel({ ...analysis, classification }, optionsIn('en'))).toThrow('unheard-of');
  });

  it('copes with a sample without events, composition, gates or plots', () => {
    const empty = {
      ...analysis,
      populations: analysis.populations.slice(0, 1),
      composition: undefined,
      plots: [],
      findings: [],
      channels: [],
    };
    const model = reportModel(empty, optionsIn('ja'));
    expect(model.composition).toBeUndefined();
    expect(model.plots.fourWay).toBeUndefined();
    expect(model.medians).toEqual([]);
  });
});
