import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCourseTemplate, readCourseTable } from '../../../../../core/study/course/course-table.ts';
import { checkObservation, readValue } from '../../../../../core/study/course/observation.ts';

describe('values of a course', () => {
  it.each(['0,5', '1,5', '2,30', '1 2', '5.0 H', '5*', '1.2.3'])('refuses %s, which could be another number', (written) => {
    expect(() => readValue('crp', written, undefined)).toThrow(expect.objectContaining({ code: 'course-value' }));
  });

  it('reads thousands, limits and words as they are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), (value) => {
        expect(readValue('sil2r', value.toLocaleString('en-US'), 'U/mL')).toEqual({ value });
      }),
    );
    expect(['<=0.05', '< 0.05', '10 以上', '1+', '陰性'].map((written) => readValue('crp', written, undefined))).toEqual([
      { value: 0.05, censored: 'below' },
      { value: 0.05, censored: 'below' },
      { value: 10, censored: 'above' },
      { text: '1+' },
      { text: '陰性' },
    ]);
  });

  it('no value of a kind is taken outside its range, however it comes', () => {
    const observation = { id: 'a', donor: 'D', kind: 'temperature', on: '2026-06-01', value: 98.6, source: 's', by: 'ito' } as const;
    expect(() => checkObservation(observation)).toThrow(expect.objectContaining({ code: 'course-fahrenheit' }));
    expect(() => checkObservation({ ...observation, value: 366 })).toThrow(expect.objectContaining({ code: 'course-range' }));
  });
});

describe('a hospital table', () => {
  const columns = [{ column: 'T', kind: 'temperature' }];
  const template = (more: readonly object[] = []) =>
    parseCourseTemplate(
      JSON.stringify({
        ...{ format: 'lymphoscope-course-template', version: 1, name: 'h', donor: 'D', dateColumn: 'date', timeColumn: 'time' },
        columns: [...columns, ...more],
      }),
    );
  const read = (...rows: readonly string[]) =>
    readCourseTable(['date\ttime\tT', ...rows].join('\n'), template(), { file: 'h.tsv', by: 'ito' });

  it('doubts a clock that is none, and reads seconds', () => {
    const { observations, doubts } = read('2026/6/1\t14:05:30\t38.1', '2026/6/1\t25:00\t39.9', '2026/6/2\t午後3時\t39.9');
    expect(observations.map(({ time, value }) => [time, value])).toEqual([['14:05', 38.1]]);
    expect(doubts.map(({ line, problem }) => [line, problem.code])).toEqual([
      [3, 'course-clock'],
      [4, 'course-clock'],
    ]);
  });

  it('doubts both of two values that contradict each other', () => {
    expect(read('2026/6/1\t9:00\t38.1', '2026/6/1\t9:00\t36.6').doubts.map(({ line, column }) => [line, column])).toEqual([
      [2, 'T'],
      [3, 'T'],
    ]);
  });

  it('a template names a column once', () => {
    expect(() => template(columns)).toThrow(expect.objectContaining({ code: 'course-template-invalid' }));
  });
});
