import path from 'node:path';
import { Notification } from 'electron';
import type { Language } from '../core/base/message.ts';
import { verdictWords } from '../core/study/watch/verdict-columns.ts';
import type { FileVerdict } from '../headless/archive/watch-verdicts.ts';

/** Tells the person of a verdict, also where the window is behind others; `show` brings it to the front. */
export function notifyOfVerdict({ verdict, path: at, reasons }: FileVerdict, language: Language, show: () => void): void {
  if (!Notification.isSupported()) return;
  const title = `${verdictWords[verdict][language]}: ${path.basename(at)}`;
  const notification = new Notification({
    title,
    body: reasons[0]?.text[language] ?? '',
    urgency: verdict === 'stop' ? 'critical' : 'normal',
  });
  notification.on('click', show);
  notification.show();
}
