// npm run words [-- --out FILE]: every sentence of the product in one file for translators, XLIFF 2.0, English beside Japanese with where it stands.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './ensure.mjs';
import { xliffOf } from './words/xliff-of.mjs';

const { values } = parseArgs({ options: { out: { type: 'string', default: 'words.xlf' } } });
const { text, count } = await xliffOf();
writeFileSync(path.resolve(root, values.out), text);
process.stdout.write(`${count} sentences: ${values.out}\n`);
