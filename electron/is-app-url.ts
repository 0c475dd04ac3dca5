/** The one host of the app's own scheme. */
const appHost = 'lymphoscope';
export const startUrl = `app://${appHost}/index.html`;

/** Whether a URL is the app's own page. `origin` would not do: Node gives every page of a custom scheme, and of file:, the origin "null". */
export function isAppUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.protocol === 'app:' && url.host === appHost && url.username === '' && url.password === '';
}

/** Whether a URL is the one page that the window shows. Other files of the app's scheme, and bytes of tokens, are not pages. */
export const isStartUrl = (text: string): boolean => isAppUrl(text) && new URL(text).pathname === new URL(startUrl).pathname;

/** What may be fetched at all: the app's own scheme, and what a page makes itself. Everything else would be network. */
export function isOwnUrl(text: string): boolean {
  return isAppUrl(text) || /^(blob|data|devtools|chrome-extension):/.test(text);
}
