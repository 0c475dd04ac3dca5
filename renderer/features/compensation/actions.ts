import { type Language, type Sentence, say } from '../../../core/base/message.ts';
import { Problem } from '../../../core/base/problem.ts';
import { placeSpillover } from '../../../core/data/fcs/spillover/spillover-channels.ts';
import { type MatrixFile, readMatrixFile, writeMatrixCsv } from '../../../core/exchange/formats/matrix-file.ts';
import { matrixNoteSentences } from '../../../core/exchange/tables/matrix-table.ts';
import type { Protocol } from '../../../core/study/protocol/protocol.ts';
import { type AppContext, ask, attempt, notify } from '../../context/app-context.ts';
import { edit } from '../../context/edit.ts';
import type { MatrixInUse } from '../../engine/matrix-of.ts';
import { translator } from '../../messages/language.ts';
import { setView } from '../../store/store.ts';
import { messages } from './messages.ts';

type Compensation = Protocol['compensation'];
type MatrixChoice = Extract<Compensation, { use: 'matrix' }>;

/** For all samples, or for those of a gating group; `null` gives a group that of all again. */
export const setCompensation = (app: AppContext, compensation: Compensation | null, group: string | undefined): boolean =>
  edit(app, { type: 'compensation/set', compensation, ...(group !== undefined && { scope: { group } }) });

/** One coefficient anew: how much of a stain another detector sees, as a part of what its own sees. The matrix is the protocol's from then on. */
export function setCoefficient(
  app: AppContext,
  { channels, matrix }: MatrixInUse,
  [row, column]: readonly [row: number, column: number],
  value: number,
  group: string | undefined,
): boolean {
  const changed = matrix.map((values, i) => values.map((known, j) => (i === row && j === column ? value : known)));
  return setCompensation(app, { use: 'matrix', channels: [...channels], matrix: changed }, group);
}

/** A matrix from a CSV or FlowJo file, by a dialog. What is odd about it is said. */
export async function importMatrix(app: AppContext, group: string | undefined): Promise<void> {
  await attempt(app, async () => {
    const opened = await ask(app.bridge.openText('table'));
    if (opened === null) return;
    const file = readMatrixFile(opened.text);
    const compensation = squareOf(file);
    refuseUnfit(app, compensation);
    if (!setCompensation(app, compensation, group)) return;
    const odd = oddities(file);
    if (odd !== undefined) notify(app, odd, { kind: 'note', about: opened.file.name });
  });
}

/** A matrix that fits no sample of the session is refused before it replaces one. */
function refuseUnfit(app: AppContext, { channels: names, matrix }: MatrixChoice): void {
  const known = [...app.store.getState().results.samples.values()].flatMap(({ facts }) => facts ?? []);
  const fits = known.some(({ channels }) => placeSpillover({ names, matrix }, channels, '').channels !== undefined);
  if (known.length > 0 && !fits) throw new Problem('matrix-fits-nothing', fitsNothing, { names: names.join(', ') });
}

function squareOf({ matrix: { fluorochromes, detectors, matrix } }: MatrixFile): MatrixChoice {
  if (fluorochromes.length !== detectors.length) throw new Problem('matrix-not-square', notSquare, {});
  return { use: 'matrix', channels: [...detectors], matrix: matrix.map((row) => [...row]) };
}

export async function exportMatrix(app: AppContext, { channels, matrix }: MatrixInUse): Promise<void> {
  const text = writeMatrixCsv({ fluorochromes: [...channels], detectors: [...channels], matrix: matrix.map((row) => [...row]) });
  const written = await attempt(app, () => ask(app.bridge.saveText('compensation.csv', text)));
  const t = translator(messages, app.store.getState().view.language);
  if (written) setView(app.store, { message: t('written', { file: written.name }) });
}

const notSquare = {
  en: 'The matrix has more detectors than stains; a matrix for the panel is square.',
  ja: '行列の検出器と色素の数が一致しません。パネルの補正行列は正方行列である必要があります。',
};
const fitsNothing = {
  en: 'No sample of the session has the channels of this matrix ({names}); the matrix in use stays.',
  ja: 'この行列のチャンネル({names})を持つ検体がセッションにないため、現在の行列を変更しませんでした。',
};

function oddities({ notes }: MatrixFile): { readonly code: string; readonly sentence: Sentence } | undefined {
  if (notes.length === 0) return undefined;
  const list = (language: Language) =>
    notes.map(({ code, value = 0 }) => say(matrixNoteSentences[code], { value: Number(value.toPrecision(4)) }, language)).join('; ');
  return {
    code: 'matrix-odd',
    sentence: {
      en: `The matrix was read, but is unusual: ${list('en')}.`,
      ja: `行列を読み込みましたが、通常と異なる点があります: ${list('ja')}`,
    },
  };
}
