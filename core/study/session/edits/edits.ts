import { followPlots, followPopulations } from '../../arrangement/follow-plots.ts';
import { changedProtocol } from '../../protocol/protocol.ts';
import type { Stamp } from '../document/group.ts';
import type { SessionDocument } from '../document/session-document.ts';
import { addGate, changeGate, moveGate, removeGate, renamePopulation } from './edit-gates.ts';
import { addGroup, changeGroup, orderGroups, removeGroup, revertInGroup, setGroupOwn } from './edit-groups.ts';
import type { Edit, EditOf } from './edit-kinds.ts';
import { revertOverride } from './edit-overrides.ts';
import { addPlate, changePlate, removePlate, setWells } from './edit-plates.ts';
import { pinChannel, replaceProtocol, setCompensation, setPlots, setProfiles, setResidual } from './edit-protocol.ts';
import { reviewGate } from './edit-reviews.ts';
import { addSamples, describeSample, describeSamples, relinkSample, removeSamples } from './edit-samples.ts';
import { setTransform } from './edit-transform.ts';
import { keptReviews } from './review-rules.ts';

type Apply<E> = (document: SessionDocument, edit: E, stamp: Stamp) => SessionDocument;

const appliers: { readonly [Type in Edit['type']]: Apply<EditOf<Type>> } = {
  'protocol/replace': replaceProtocol,
  'sample/add': addSamples,
  'sample/remove': removeSamples,
  'sample/relink': relinkSample,
  'sample/metadata': describeSample,
  'samples/metadata': describeSamples,
  'group/add': addGroup,
  'group/change': changeGroup,
  'group/remove': removeGroup,
  'group/order': orderGroups,
  'group/own': setGroupOwn,
  'gate/add': addGate,
  'gate/change': changeGate,
  'gate/rename': renamePopulation,
  'gate/remove': removeGate,
  'gate/move': moveGate,
  'gates/change': (document, { edits }, stamp) => edits.reduce<SessionDocument>((now, edit) => applyEdit(now, edit, stamp), document),
  'gate/revert-override': revertOverride,
  'gate/revert-group': revertInGroup,
  'gate/review': reviewGate,
  'transform/set': setTransform,
  'compensation/set': setCompensation,
  'plate/add': addPlate,
  'plate/remove': removePlate,
  'plate/change': changePlate,
  'plate/wells': setWells,
  'profiles/set': setProfiles,
  'plots/set': setPlots,
  'residual/set': setResidual,
  'panel/pin': pinChannel,
};

/**
 * The document after an edit; what the edit does not touch is shared with the one before. Pure: who and when come in as `stamp`.
 * An edit of the protocol takes its approval away: who approved it approved another. The edit is taken as valid by its schema (`parseEdit`); throws a Problem where it does not fit this document.
 */
export function applyEdit<Type extends Edit['type']>(
  document: SessionDocument,
  edit: EditOf<Type> & { readonly type: Type },
  stamp: Stamp,
): SessionDocument {
  const edited = keptReviews(appliers[edit.type](document, edit, stamp));
  const after = edit.type === 'protocol/replace' ? edited : withPlots(document, edited);
  const isChanged = edit.type !== 'protocol/replace' && after.protocol !== document.protocol && after.protocol.approved !== undefined;
  return isChanged ? { ...after, protocol: changedProtocol(after.protocol, {}) } : after;
}

/** The protocol's own plots follow the populations that an edit renames. */
function withPlots({ protocol: { strategy } }: SessionDocument, after: SessionDocument): SessionDocument {
  const { plots } = after.protocol;
  if (plots === undefined || strategy === after.protocol.strategy) return after;
  const followed = followPlots(plots, followPopulations(strategy, after.protocol.strategy));
  return followed === plots ? after : { ...after, protocol: { ...after.protocol, plots: [...followed] } };
}
