import { type Hyperlog, hyperlog } from '../../../data/transforms/hyperlog/hyperlog.ts';
import type { ScaleForm, ScaleReader } from './form.ts';
import { likeBiexponential } from './like-biexponential.ts';

export const hyperlogForm: ScaleForm<Hyperlog> = {
  like: (own) => likeBiexponential(own.T, own.M, 2 * own.W, hyperlog.compile(own).unscale(0)),
};

export const hyperlogReader: ScaleReader = {
  read: (number) => ({ kind: 'hyperlog', T: number('T'), W: number('W'), M: number('M'), A: number('A', 0) }),
};
