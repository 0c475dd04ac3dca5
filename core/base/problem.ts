import { type Language, type Sentence, say, type Values } from './message.ts';

/** Where a problem is: a byte of the file, a row or line of a text, or a path inside a document. */
export interface Place {
  /** Of another file than the one that is worked on: a document, a table. */
  readonly file?: string;
  readonly offset?: number;
  readonly line?: number;
  readonly path?: string;
}

/**
 * Bad input, said so that a person can act on it: a code for programs, one sentence for people, and the place.
 * Thrown for what comes from outside. A bug is any other error, and crashes loudly.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: string;
  readonly sentence: Sentence;
  readonly values: Values;
  readonly place: Place;

  constructor(code: string, sentence: Sentence, values: Values = {}, place: Place = {}) {
    super(say(sentence, values));
    this.code = code;
    this.sentence = sentence;
    this.values = values;
    this.place = place;
  }

  /** The same problem, of another file than the one that is worked on. */
  inFile(file: string): Problem {
    return new Problem(this.code, this.sentence, this.values, { ...this.place, file });
  }

  in(language: Language): string {
    return say(this.sentence, this.values, language);
  }
}
