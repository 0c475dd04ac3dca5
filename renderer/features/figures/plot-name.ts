import type { Language } from '../../../core/base/message.ts';
import type { Plot } from '../../../core/study/arrangement/plot.ts';
import { translator } from '../../messages/language.ts';
import { messages } from './messages.ts';

/** Whose events a plot shows. */
export const plotName = ({ population }: Pick<Plot, 'population'>, language: Language): string =>
  population === '' ? translator(messages, language)('allEvents') : (population.split('/').at(-1) ?? '');
