// All sentences as XLIFF 2.0: a file of it for each source file, a unit for each key, a note that says the line.
import xliff from 'xliff';
import { readWords } from './read-words.mjs';

export async function xliffOf(said = readWords()) {
  const resources = {};
  for (const { key, file, line, en, ja } of said) {
    resources[file] ??= {};
    resources[file][key.slice(file.length + 1)] = { source: (en ?? '').trim(), target: ja.trim(), note: `${file}:${line}` };
  }
  const text = await xliff.js2xliff({ resources, sourceLanguage: 'en', targetLanguage: 'ja' });
  return { text: `${text}\n`, count: said.length };
}

/** What such a file holds, read back. */
export async function readXliff(text) {
  const { resources, sourceLanguage, targetLanguage } = await xliff.xliff2js(text);
  const units = Object.entries(resources).flatMap(([file, held]) =>
    Object.entries(held).map(([name, { source, target, note }]) => ({ key: `${file}#${name}`, en: source, ja: target, note })),
  );
  return { languages: [sourceLanguage, targetLanguage], units };
}
