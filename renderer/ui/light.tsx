import './light.css';
import type { Sentence } from '../../core/base/message.ts';
import type { Light as LightName } from '../../core/gating/automatic/kind/step.ts';
import { useLanguage, useMessages } from '../messages/language.ts';
import { classes } from './classes.ts';
import type { MessageKey } from './messages.ts';
import { messages } from './messages.ts';

const lightWords: { readonly [L in LightName]: MessageKey } = { green: 'lightGreen', amber: 'lightAmber', red: 'lightRed' };

/** What a person does with each. */
export const lightMeanings: { readonly [L in LightName]: Sentence } = {
  green: messages.lightGreenMeans,
  amber: messages.lightAmberMeans,
  red: messages.lightRedMeans,
};

const shapes: { readonly [L in LightName]: string } = {
  green: 'M6 1.500a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9Z',
  amber: 'M6 .9 11.6 10.700H.4Z',
  red: 'M1.6 1.600h8.800v8.800H1.600Z',
};

/** How sure an automatic gate is: colour, shape (disc, triangle, square) and word; `bare` leaves the word to the tooltip. */
export function Light({ light, bare = false }: { readonly light: LightName; readonly bare?: boolean }) {
  const t = useMessages(messages);
  const means = lightMeanings[light][useLanguage()];
  const word = t(lightWords[light]);
  return (
    <span className="light" title={`${word}: ${means}`} data-light={light}>
      <LightShape light={light} />
      <span className={bare ? 'for-readers' : 'light-word'}>{word}</span>
    </span>
  );
}

/** The shape alone; `outlined` where it speaks of something else than a gate. */
export function LightShape({ light, outlined = false }: { readonly light: LightName; readonly outlined?: boolean }) {
  return (
    <svg
      className={classes('light-shape', `light-${light}`, outlined && 'is-outlined')}
      width="10"
      height="10"
      viewBox="0 0 12 12"
      aria-hidden="true"
    >
      <path d={shapes[light]} />
    </svg>
  );
}
