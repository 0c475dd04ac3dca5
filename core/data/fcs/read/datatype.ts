import type { Keywords } from '../../../base/keywords.ts';
import { shown, unpad } from '../numbers.ts';
import { refuse } from '../problems.ts';
import type { Datatype } from './channels.ts';

/** $DATATYPE. Refuses a missing or unknown one. */
export function generalDatatype(keywords: Keywords): Datatype {
  const text = unpad(keywords.get('$DATATYPE') ?? '') || refuse('keyword-missing', { keyword: '$DATATYPE' });
  return asDatatype(text) ?? refuse('keyword-invalid', { keyword: '$DATATYPE', value: shown(text) });
}

/**
 * The data type of each channel. $PnDATATYPE (FCS 3.2) may differ from $DATATYPE; in an older version, or beside
 * ASCII data, a different one leaves open which of the two holds, so it is refused.
 */
export function datatypes(keywords: Keywords, version: string, general: Datatype): (n: number) => Datatype {
  return (n) => {
    const text = unpad(keywords.get(`$P${n}DATATYPE`) ?? '');
    if (text === '') return general;
    const own = asDatatype(text);
    if (own === general) return general;
    if (own === undefined || own === 'A' || general === 'A' || version !== 'FCS3.2')
      refuse('channel-datatype-unusable', { n, datatype: shown(text), version, general });
    return own;
  };
}

function asDatatype(text: string): Datatype | undefined {
  const upper = text.toUpperCase();
  return upper === 'I' || upper === 'F' || upper === 'D' || upper === 'A' ? upper : undefined;
}
