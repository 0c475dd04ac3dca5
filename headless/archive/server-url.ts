import path from 'node:path';
import { Problem } from '../../core/base/problem.ts';

/*
 * Addresses of databases, which people paste from anywhere. The driver takes more from an address than one would think: another server, files to read as
 * keys. What is not on this list is refused.
 */

/** Parameters of an address that say how, never where or who. */
const harmless = /^(sslmode|connect_timeout|target_session_attrs)$/;
/** Parameters that name a file of a certificate or key: a name in the settings' folder of certificates, and nothing else. */
const certificates = new Set(['sslcert', 'sslkey', 'sslrootcert']);

const modes = new Set(['disable', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify', 'allow']);

export interface ServerAddress {
  /** Without any password. */
  readonly url: string;
  /** The one that stood in it, wherever. */
  readonly password: string | undefined;
}

/** Takes the password out of an address. Throws `archive-address` for what is no address, `archive-address-parameter` for a parameter that is not known to be harmless. */
export function parseServerAddress(typed: string): ServerAddress {
  const text = typed.trim();
  if (!/^postgres(ql)?:\/\//.test(text) || !URL.canParse(text)) throw wrong();
  const url = new URL(text);
  if (url.hostname === '' || url.pathname.length <= 1) throw wrong();
  const inQuery = url.searchParams.get('password');
  const password = url.password === '' ? (inQuery ?? undefined) : decodeURIComponent(url.password);
  url.password = '';
  url.searchParams.delete('password');
  url.hash = '';
  for (const [name, value] of url.searchParams) checkParameter(name, value);
  return { url: url.href, password };
}

function checkParameter(name: string, value: string): void {
  const isFine = certificates.has(name)
    ? path.basename(value) === value && path.win32.basename(value) === value && !/^\.*$/.test(value)
    : harmless.test(name) && (name !== 'sslmode' || modes.has(value));
  if (!isFine) throw new Problem('archive-address-parameter', wrongParameter, { parameter: name });
}

/** The address as the driver takes it: with its password, and certificates out of the folder where a person keeps them. */
export function connectionUrl(address: string, folder: string): string {
  const { url: bare, password } = parseServerAddress(address);
  const url = new URL(bare);
  if (password !== undefined) url.password = password;
  for (const name of certificates) {
    const file = url.searchParams.get(name);
    if (file !== null) url.searchParams.set(name, path.join(folder, file));
  }
  return url.href;
}

const wrong = (): Problem => new Problem('archive-address', wrongAddress);
const wrongAddress = {
  en: 'A database is named like postgres://user@host/database.',
  ja: 'データベースはpostgres://ユーザー@ホスト/データベース の形式で指定してください。',
};
const wrongParameter = {
  en: 'The parameter "{parameter}" of a database address, or its value, is not taken. Certificates are named by their file alone, and lie in the folder "certificates" of the settings.',
  ja: 'データベースのアドレスのパラメーター「{parameter}」(またはその値)は使用できません。証明書は、設定フォルダー内のcertificatesに置いたファイルの名前だけで指定します。',
};
