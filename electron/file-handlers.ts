import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '../core/base/problem.ts';
import { decodeTable } from '../core/base/tables/decode-table.ts';
import { tableFormOf } from '../core/base/tables/write-table.ts';
import type { BridgeFile, BridgeHandlers, FileToken } from '../core/contract/bridge.ts';
import { fileProblem } from '../headless/files/file-source.ts';
import { writeText, writeWhole } from '../headless/files/write-file.ts';
import { writeTable } from '../headless/tables/write-table.ts';
import { describeFile } from './file-tokens.ts';
import type { HandlerTools } from './handler-tools.ts';
import { sizeOfOwnKind, sizeOfRegularFile } from './open-checks.ts';
import { pickFiles } from './pick-files.ts';
import { saveByDialog } from './save-by-dialog.ts';

type FileCalls =
  | 'openSamples'
  | 'sampleFiles'
  | 'registerFile'
  | 'relink'
  | 'identifySample'
  | 'openText'
  | 'saveText'
  | 'exportReport'
  | 'openReport'
  | 'exportPages'
  | 'exportDocument'
  | 'exportEvents'
  | 'validateOwn'
  | 'poolSamples'
  | 'saveTable'
  | 'savePicture';

const largestText = 256 * 2 ** 20;

export function fileHandlers(tools: HandlerTools): Pick<BridgeHandlers, FileCalls> {
  const { tokens, dialogs } = tools;
  const reports = new Set<string>();
  const servedFile = (token: FileToken): string => {
    const file = tokens.servedPath(token);
    if (file === undefined) throw new Problem('file-changed', changed, { file: path.basename(tokens.knownPath(token)) });
    return file;
  };
  const openFile = async (file: string): Promise<BridgeFile> => {
    const bytes = await sizeOfRegularFile(file);
    return describeFile(tokens.add(file), file, bytes);
  };
  /** A PDF that the window may have opened afterwards. */
  const saveReport = (name: string, write: (file: string) => Promise<void>) =>
    saveByDialog(tools, 'report', name, async (file) => {
      await write(file);
      if (path.extname(file).toLowerCase() === '.pdf') reports.add(file);
    });
  return {
    openSamples: async () => pickFiles(await dialogs.open('samples', true), openFile),
    async sampleFiles() {
      const names = (await readdir(tools.samplesFolder)).filter((name) => /\.(fcs|lmd)$/.test(name)).sort();
      return Promise.all(names.map((name) => openFile(path.join(tools.samplesFolder, name))));
    },
    async registerFile(file) {
      const bytes = await sizeOfOwnKind(file);
      return describeFile(tokens.add(file), file, bytes);
    },
    async relink(token) {
      const [file] = await dialogs.open('samples', false);
      if (file === undefined) return null;
      const bytes = await sizeOfRegularFile(file);
      tokens.assign(token, file);
      return describeFile(token, file, bytes);
    },
    async identifySample(token, dataset, mode) {
      return tools.identifySample(servedFile(token), dataset, mode);
    },
    async openText(kind) {
      const [chosen] = await dialogs.open(kind, false);
      if (chosen === undefined) return null;
      const file = await openFile(chosen);
      if (file.bytes > largestText) throw new Problem('text-too-large', tooLarge, { file: file.name });
      const bytes = await readFile(chosen).catch((error: unknown) => {
        throw fileProblem(chosen, error);
      });
      return {
        file,
        text: kind === 'table' || kind === 'plate' ? decodeTable(bytes) : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
      };
    },
    saveText: (name, text) => saveByDialog(tools, 'any', name, (file) => writeText(file, text)),
    exportReport: (json, language, name, parts) => saveReport(name, (file) => tools.writeReport(file, json, language, parts)),
    exportDocument: (document, language, name, timeZone) =>
      saveReport(name, (file) => tools.writeDocument(file, document, language, timeZone)),
    async openReport(token) {
      const file = tokens.knownPath(token);
      // a program is started by it: nothing else than what was written here
      if (!reports.has(file)) throw new Problem('not-a-report', notAReport, { file: path.basename(file) });
      await tools.open(file);
      return null;
    },
    exportPages: (pages, language, name) => saveByDialog(tools, 'report', name, (file) => tools.writePages(file, pages, language)),
    exportEvents: async (token, protocol, wanted, name) => {
      const file = servedFile(token);
      return saveByDialog(tools, wanted.format === 'csv' ? 'csv' : 'fcs', name, (out) => tools.writeEvents(file, out, protocol, wanted));
    },
    poolSamples: async (samples, name) => {
      const sources = samples.map(({ token, ...sample }) => {
        const file = servedFile(token);
        return { ...sample, path: file, name: path.basename(file) };
      });
      return saveByDialog(tools, 'fcs', name, (out) => tools.poolEvents(sources, out));
    },
    async validateOwn() {
      const chosen = await dialogs.open('session', true);
      if (chosen.length === 0) return null;
      if (chosen.length < 2) throw new Problem('validate-one-session', oneSession, {});
      return tools.validateOwn(chosen);
    },
    saveTable: (name, columns, rows) =>
      saveByDialog(tools, 'results', name, (file) =>
        writeTable({ name: 'statistics', columns, rows: once(rows) }, file, tableFormOf(tools.locale())),
      ),
    savePicture: (name, bytes) => saveByDialog(tools, 'picture', name, (file) => writeWhole(file, async (out) => void out.end(bytes))),
  };
}

async function* once<T>(rows: T): AsyncGenerator<T> {
  yield rows;
}

const changed = {
  en: '{file} is not the file any more that was opened; open it again.',
  ja: '{file}は開いたときのファイルから変わっています。もう一度開いてください。',
};
const oneSession = {
  en: 'Choose two sessions or more: one of each person.',
  ja: '2つ以上のセッション(各人1つずつ)を選択してください。',
};
const notAReport = {
  en: '{file} is no report that was written in this window.',
  ja: '{file}は、このウィンドウで書き出した報告書ではありません。',
};
const tooLarge = { en: '{file} is too large for a document of this kind.', ja: '{file}はこの種類の文書としては大きすぎます。' };
