import type { Sentence } from '../base/message.ts';
import type { CommandId } from './commands.ts';

export type MenuName = 'file' | 'edit' | 'sample' | 'gate' | 'view' | 'help';

export interface MenuDeclaration {
  readonly words: Sentence;
  /** Each stands between two lines. */
  readonly groups: readonly (readonly CommandId[])[];
}

/** Where each command stands, once: in the native menu, under the menu's name in the palette and among the shortcuts. */
export const declaredMenus: { readonly [M in MenuName]: MenuDeclaration } = {
  file: {
    words: { en: 'File', ja: 'ファイル' },
    groups: [
      ['file.open-samples', 'file.open-simulated'],
      ['file.new-session', 'file.open-session', 'file.recent-sessions', 'file.save-session', 'file.save-session-as'],
      ['file.pack-session', 'file.open-packed'],
      ['file.export-report', 'file.export-table', 'file.export-figure'],
      ['file.import-gates', 'file.export-gating-ml', 'file.export-flowjo', 'file.export-protocol'],
    ],
  },
  edit: {
    words: { en: 'Edit', ja: '編集' },
    groups: [
      ['edit.undo', 'edit.redo'],
      ['edit.copy-figure'],
      ['edit.protocol', 'edit.compensation', 'compensation.from-controls', 'edit.freeze-scales', 'edit.learn-controls'],
      ['culture.fit-profile', 'validate.own'],
      ['edit.audit', 'edit.seal'],
      ['edit.preferences'],
    ],
  },
  sample: {
    words: { en: 'Sample', ja: '検体' },
    groups: [
      ['sample.previous', 'sample.next'],
      ['sample.select-all', 'sample.edit-metadata', 'sample.pool'],
      ['group.new', 'group.edit', 'group.earlier', 'group.later', 'group.add-chosen', 'group.take-chosen', 'group.remove'],
      ['sample.open', 'sample.details', 'sample.toggle-reference', 'sample.export-report'],
      ['sample.relink', 'sample.reveal'],
      ['sample.remove'],
    ],
  },
  gate: {
    words: { en: 'Gate', ja: 'ゲート' },
    groups: [
      [
        'tool.select',
        'tool.rectangle',
        'tool.ellipse',
        'tool.polygon',
        'tool.pencil',
        'tool.quadrant',
        'tool.curly',
        'tool.spider',
        'tool.range',
        'tool.bisector',
      ],
      ['population.open', 'population.rename', 'population.delete'],
      [
        'population.cut',
        'population.copy',
        'population.copy-alone',
        'population.paste',
        'population.give-to-group',
        'population.give-to-all',
      ],
      [
        'review.open',
        'review.accept',
        'review.return',
        'review.reopen',
        'review.choose',
        'review.apply',
        'review.bound',
        'review.next-gate',
        'review.previous-gate',
      ],
      ['population.reset-label', 'plot.label-parent', 'plot.label-total', 'plot.label-count'],
      ['population.and', 'population.or', 'population.not'],
      ['population.export-events'],
    ],
  },
  view: {
    words: { en: 'View', ja: '表示' },
    groups: [
      ['view.palette', 'view.next-part', 'view.previous-part'],
      [
        'view.plots',
        'view.composition',
        'view.statistics',
        'view.culture',
        'view.quality',
        'view.trends',
        'view.layout',
        'view.review',
        'view.residual',
        'view.killing',
        'view.lots',
        'view.course',
        'view.guided',
        'view.archive',
      ],
      ['plot.density', 'plot.dot', 'plot.contour', 'plot.zebra', 'plot.histogram', 'plot.cdf', 'plot.outliers'],
      ['plot.overlays', 'plot.colour-populations', 'plot.backgate'],
      ['density.log', 'density.equalised', 'density.linear'],
      ['plot.reset-axes', 'plot.fix-axes'],
      ['plot.new', 'plot.duplicate', 'plot.maximise', 'plot.close'],
      ['plot.next', 'plot.previous'],
      ['plot.earlier', 'plot.later', 'plot.wider', 'plot.narrower', 'plot.taller', 'plot.flatter'],
      ['plot.keep', 'plot.restore', 'plot.arrange'],
      ['view.language', 'view.theme'],
    ],
  },
  help: {
    words: { en: 'Help', ja: 'ヘルプ' },
    groups: [
      ['help.tutorial', 'help.guides'],
      ['help.shortcuts', 'help.legend', 'help.about'],
    ],
  },
};
