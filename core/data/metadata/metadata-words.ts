import type { Sentence } from '../../base/message.ts';
import type { SampleMetadata } from './sample-metadata.ts';

/** What each thing that is said about a sample is called. */
export const metadataWords: { readonly [F in keyof SampleMetadata]-?: Sentence } = {
  role: { en: 'Role', ja: '区分' },
  culture: { en: 'Culture', ja: '培養番号' },
  lot: { en: 'Lot', ja: 'ロット番号' },
  donor: { en: 'Donor', ja: 'ドナー' },
  day: { en: 'Culture day', ja: '培養日数' },
  run: { en: 'Run or plate', ja: '測定ラン(同時測定)' },
  omits: { en: 'Marker left out (FMO)', ja: 'FMOで除いたマーカー' },
  declaredMethod: { en: 'Declared method', ja: '申告された培養法' },
  seededCells: { en: 'Cells at the start', ja: '播種細胞数' },
  cells: { en: 'Cells at this sample', ja: '検体採取時の細胞数' },
  seededCellsKind: { en: 'Cells at the start are', ja: '播種細胞数の対象' },
  cellsKind: { en: 'Cells at this sample are', ja: '採取時細胞数の対象' },
  product: { en: 'Product', ja: '品目' },
  step: { en: 'Process step', ja: '工程' },
  sampleId: { en: 'Sample number', ja: '検体番号' },
  collected: { en: 'Time of sampling', ja: '採取日時' },
  operator: { en: 'Operator', ja: '測定者' },
  dailyCheck: { en: 'Daily check', ja: '装置の日常点検' },
  method: { en: 'Procedure', ja: '試験法' },
  reagents: { en: 'Reagents', ja: '試薬' },
  remarks: { en: 'Remarks', ja: '備考' },
};
