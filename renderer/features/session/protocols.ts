import type { Sentence } from '../../../core/base/message.ts';
import atlBlood from '../../../core/study/protocol/atl-blood.json';
import atlProduct from '../../../core/study/protocol/atl-product.json';
import manual from '../../../core/study/protocol/manual.json';
import nkT from '../../../core/study/protocol/nk-t.json';
import { type Protocol, parseProtocol } from '../../../core/study/protocol/protocol.ts';
import tbnk from '../../../core/study/protocol/tbnk.json';
import type { AppContext } from '../../context/app-context.ts';
import { edit } from '../../context/edit.ts';
import { setArrangement } from '../../store/arrangement.ts';
import { liked } from '../../store/preferences.ts';
import type { State } from '../../store/state.ts';
import { setView } from '../../store/store.ts';
import { changeOwn } from './settings.ts';

/** Protocols that ship with the software, the first where nobody chose. */
const shipped = { 'nk-t': nkT, tbnk, 'atl-blood': atlBlood, 'atl-product': atlProduct, manual } as const;
export type ShippedProtocol = keyof typeof shipped;
export const shippedProtocols = Object.keys(shipped) as readonly ShippedProtocol[];

export const titleOfShipped = (id: ShippedProtocol): Sentence => shipped[id].title;

export const openShipped = (id: ShippedProtocol): Protocol => parseProtocol(JSON.stringify(shipped[id]));

/** The one that new sessions begin with: the one that a person chose last. */
export const likedProtocol = (state: Pick<State, 'session' | 'preferences'>): ShippedProtocol =>
  shippedProtocols.find((id) => id === liked(state, 'protocol')) ?? 'nk-t';

/** The session's protocol from now on. Its gates go with the one before; an undo brings both back. */
export function chooseProtocol(app: AppContext, id: ShippedProtocol): void {
  changeOwn(app, { protocol: id });
  if (!edit(app, { type: 'protocol/replace', protocol: openShipped(id) })) return;
  setArrangement(app.store, { plots: undefined, maximised: undefined });
  setView(app.store, { population: '', activeTile: undefined });
}

/** Which of them the session has; undefined for one of a laboratory. */
export const shippedOf = ({ name }: Protocol): ShippedProtocol | undefined => shippedProtocols.find((id) => shipped[id].name === name);
