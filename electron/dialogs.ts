import { type BrowserWindow, dialog, type FileFilter } from 'electron';
import type { Language, Sentence } from '../core/base/message.ts';

/** What a dialog asks for. */
export type FileKind =
  | 'samples'
  | 'session'
  | 'packed'
  | 'protocol'
  | 'workspace'
  | 'table'
  | 'report'
  | 'picture'
  | 'layout'
  | 'plate'
  | 'results'
  | 'fcs'
  | 'csv'
  | 'archive'
  | 'any';

/** The dialogs that handlers use; paths stay in main. */
export interface Dialogs {
  open(kind: FileKind, many: boolean): Promise<readonly string[]>;
  folder(): Promise<string | undefined>;
  save(kind: FileKind, suggestedPath: string): Promise<string | undefined>;
}

const kinds: { readonly [K in FileKind]: { readonly name: Sentence; readonly extensions: string[] } } = {
  samples: { name: { en: 'Flow cytometry data', ja: 'フローサイトメトリーデータ' }, extensions: ['fcs', 'lmd', 'csv', 'tsv', 'txt'] },
  session: { name: { en: 'Lymphoscope session', ja: 'Lymphoscopeセッション' }, extensions: ['lymphoscope'] },
  packed: { name: { en: 'Packed session', ja: 'パックされたセッション' }, extensions: ['zip'] },
  protocol: { name: { en: 'Protocol', ja: 'プロトコル' }, extensions: ['json'] },
  workspace: { name: { en: 'FlowJo or Gating-ML', ja: 'FlowJo・Gating-ML' }, extensions: ['wsp', 'xml', 'gml', 'json'] },
  table: { name: { en: 'Table', ja: '表' }, extensions: ['csv', 'tsv', 'txt'] },
  report: { name: { en: 'PDF report', ja: 'PDF報告書' }, extensions: ['pdf'] },
  layout: { name: { en: 'Layout', ja: 'レイアウト' }, extensions: ['json'] },
  plate: { name: { en: 'Plate or assay definition', ja: 'プレート・測定法の定義' }, extensions: ['json', 'csv', 'tsv', 'txt'] },
  picture: { name: { en: 'PNG picture', ja: 'PNG画像' }, extensions: ['png'] },
  results: { name: { en: 'Table of results', ja: '結果の表' }, extensions: ['xlsx', 'csv', 'parquet'] },
  fcs: { name: { en: 'FCS file', ja: 'FCSファイル' }, extensions: ['fcs'] },
  csv: { name: { en: 'CSV table', ja: 'CSVの表' }, extensions: ['csv'] },
  archive: { name: { en: 'Archive', ja: 'アーカイブ' }, extensions: ['db', 'archive', 'sqlite'] },
  any: { name: { en: 'All files', ja: 'すべてのファイル' }, extensions: ['*'] },
};

/** `folder`: where dialogs that open something begin; where the system likes without. */
export function nativeDialogs(window: () => BrowserWindow, language: () => Language, folder: () => string | undefined): Dialogs {
  const filter = (kind: FileKind): FileFilter => ({ name: kinds[kind].name[language()], extensions: kinds[kind].extensions });
  const start = () => {
    const begun = folder();
    return begun === undefined ? {} : { defaultPath: begun };
  };
  return {
    async open(kind, many) {
      const { filePaths } = await dialog.showOpenDialog(window(), {
        ...start(),
        properties: many ? ['openFile', 'multiSelections'] : ['openFile'],
        // old instruments number their files (.001): every name can be chosen
        filters: kind === 'any' ? [filter('any')] : [filter(kind), filter('any')],
      });
      return filePaths;
    },
    async folder() {
      const { filePaths } = await dialog.showOpenDialog(window(), { ...start(), properties: ['openDirectory'] });
      return filePaths[0];
    },
    async save(kind, suggestedPath) {
      const { canceled, filePath } = await dialog.showSaveDialog(window(), {
        defaultPath: suggestedPath,
        ...(kind === 'any' ? {} : { filters: [filter(kind)] }),
      });
      return canceled || filePath === '' ? undefined : filePath;
    },
  };
}
