import { InvalidArgumentError } from 'commander';

/** A number of a flag, full-width digits too. */
export function flagNumber(text: string): number {
  const value = Number(text.normalize('NFKC'));
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError('a number');
  return value;
}
