import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Language as LanguageName } from '../../../../core/base/message.ts';
import { Problem } from '../../../../core/base/problem.ts';
import type { Classification, DisplayGroup } from '../../../../core/biology/classification/classification.ts';
import { stepKinds } from '../../../../core/gating/automatic/steps.ts';
import { groupNames } from '../../../../core/show/report/messages.ts';
import { Notice } from '../../../../renderer/app/notice.tsx';
import { StatusBar } from '../../../../renderer/app/status-bar.tsx';
import { CurrentApp } from '../../../../renderer/context/use-app.ts';
import { ClassificationCard } from '../../../../renderer/features/culture/classification-card.tsx';
import { AddStep } from '../../../../renderer/features/inspector/add-step.tsx';
import { FindingsPanel } from '../../../../renderer/features/inspector/findings-panel.tsx';
import { Inspector } from '../../../../renderer/features/inspector/inspector.tsx';
import { StepSettings } from '../../../../renderer/features/inspector/step-settings.tsx';
import { nameProblem, parentCount, unfolded } from '../../../../renderer/features/populations/population-rows.ts';
import { PopulationTree } from '../../../../renderer/features/populations/population-tree.tsx';
import { SamplesPanel } from '../../../../renderer/features/samples/samples-panel.tsx';
import { Language } from '../../../../renderer/messages/language.ts';
import { galleryApp } from '../../../fixtures/panel-gallery/gallery-app.ts';
import { analyses, samples } from '../../../fixtures/panel-gallery/gallery-data.ts';

const analysis = analyses[0]!;
const nk = analysis.populations.find(({ role }) => role === 'nk')!;
const nothing = () => undefined;
const render = (node: ReactNode, language: LanguageName = 'en') =>
  renderToStaticMarkup(createElement(CurrentApp, { value: galleryApp(language) }, createElement(Language, { value: language }, node)));

describe('the tree of populations', () => {
  const tree = (more = {}) =>
    render(
      createElement(PopulationTree, {
        populations: analysis.populations,
        selected: nk.path,
        onSelect: nothing,
        onRenamed: nothing,
        ...more,
      }),
    );
  it('shows every population with count, percentage and interval', () => {
    for (const { path } of analysis.populations) expect(tree()).toContain(`data-testid="population-${path}"`);
    expect(tree()).toMatch(
      /data-testid="percent-Lymphocytes\/Singlets\/Viable\/NK cells"><span class="percent-value">34\.8<\/span>.*?±0\.6/,
    );
  });
  it('says where a parent has too few events instead of a percentage', () => {
    expect(tree({ minimumEvents: 1e6 })).toContain('too few');
    expect(tree({ minimumEvents: 1e6 })).not.toContain('34.8');
  });
  it('marks a gate of this sample, without the light of the automatic one', () => {
    expect(tree({ overridden: new Set([nk.path]) })).toContain(`data-testid="overridden-${nk.path}"`);
  });
  it('folds what is below', () => {
    const shown = unfolded(analysis.populations, new Set(['Lymphocytes/Singlets'])).map(({ path }) => path);
    expect(shown).toEqual(['', 'Lymphocytes', 'Lymphocytes/Singlets']);
    expect(unfolded(analysis.populations, new Set(['']))).toHaveLength(1);
  });
  it('refuses a name that a sibling has', () => {
    expect(nameProblem(analysis.populations, nk.path, ' T cells ')).toBe('nameTaken');
    expect(nameProblem(analysis.populations, nk.path, nk.name)).toBeUndefined();
    expect(nameProblem(analysis.populations, nk.path, 'a/b')).toBe('nameSlash');
    expect(parentCount(analysis.populations, 'Lymphocytes')).toBe(analysis.sample.eventCount);
  });
});

describe('the call', () => {
  const call = (group: DisplayGroup, language: LanguageName) => {
    const classification: Classification = { ...analysis.classification, group };
    return render(createElement(ClassificationCard, { classification, declaredMethod: 'feeder-free NK', protocol: 'NK/T' }), language);
  };
  it.each(['en', 'ja'] as const)('is never called certain (%s)', (language) => {
    for (const group of Object.keys(groupNames) as DisplayGroup[]) {
      expect(call(group, language)).toContain(groupNames[group][language]);
      expect(call(group, language)).not.toMatch(/confirmed|確定/);
    }
  });
  it('gives its reasons in words, typeset, with what was met', () => {
    expect(call('expanded-nk', 'en')).toContain('NK cells (CD3−CD56+) 34.8 %');
    expect(call('expanded-nk', 'ja')).toContain('不適合');
    expect(call('indeterminate', 'en')).toContain('No single culture method');
  });
});

it('the list of samples names states, findings and calls', () => {
  const list = (language: LanguageName) => render(createElement(SamplesPanel, { samples, selected: 's0', onSelect: nothing }), language);
  expect(list('en')).toContain('consistent with Expanded NK');
  expect(list('en')).not.toContain('consistent with Indeterminate');
  expect(list('ja')).toContain('ファイルが見つかりません');
  samples.forEach((_, i) => expect(list('en')).toContain(`data-testid="sample-row-${i}"`));
});

it('the inspector shows bounds as linear values and evidence in sentences', () => {
  const html = render(
    createElement(Inspector, {
      population: nk,
      parentCount: parentCount(analysis.populations, nk.path),
      channels: analysis.channels,
      overridden: false,
      onGateChange: nothing,
      onRevert: nothing,
    }),
  );
  expect(html).toMatch(/data-testid="bound-x" value="5,411"/);
  expect(html).toContain('CD3 threshold at a density minimum between two populations (depth 14.2 SE).');
});

it('a notice says what is wrong, its code and its place', () => {
  const problem = new Problem(
    'data-short',
    { en: '{n} bytes are missing.', ja: '{n}バイト不足しています。' },
    { n: 120_344 },
    { offset: 4096 },
  );
  const html = render(createElement(Notice, { notice: problem, onDismiss: nothing }), 'ja');
  expect(html).toContain('120,344バイト不足しています。');
  expect(html).toContain('コード data-short · バイト位置 4,096');
});

it('findings and status say what happens', () => {
  expect(render(createElement(FindingsPanel, { samples: [{ id: 'a', name: 'a.fcs', findings: [] }], onSelect: nothing }))).toContain(
    'No issues; nothing was repaired',
  );
  const bar = createElement(StatusBar, {
    progress: { label: 'Gating', done: 6, total: 1024, canStop: true },
    onCancel: nothing,
    findings: 0,
    onFindings: nothing,
  });
  expect(render(bar)).toContain('Gating 6 of 1,024');
  expect(render(bar)).toContain('Research use only');
});

describe('automatic steps', () => {
  const { usual } = stepKinds['four-way'];
  it('show their settings by the schema, in the language of the window', () => {
    const form = render(createElement(StepSettings, { step: usual, onChange: nothing }), 'ja');
    expect(form).toContain('2マーカーのクアドラント');
    expect(form).toMatch(/aria-label="想定位置"[^>]*data-testid="setting-x-expected"/);
    expect(form).toContain('data-testid="setting-y-positive-spread"');
    expect(form).toContain('data-value="double-positive"');
    expect(form).not.toContain('setting-bootstrap-draws');
    const drawn = { ...usual, bootstrap: { draws: 100, seed: 1 } };
    expect(render(createElement(StepSettings, { step: drawn, onChange: nothing }))).toContain('setting-bootstrap-draws');
  });
  it('can be added where there are channels', () => {
    const button = (channels: readonly { id: string; name: string }[]) =>
      render(createElement(AddStep, { channels, onAdd: nothing, problemOf: nothing }));
    expect(button([])).toMatch(/disabled=""[^>]*data-testid="add-step"/);
    expect(button([{ id: 'CD3', name: 'APC-A' }])).not.toContain('disabled');
  });
});
