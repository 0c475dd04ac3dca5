import { type Logicle, logicle } from '../../../data/transforms/logicle/logicle.ts';
import type { ScaleForm, ScaleReader } from './form.ts';
import { likeBiexponential } from './like-biexponential.ts';

export const logicleForm: ScaleForm<Logicle> = {
  like: (own) => likeBiexponential(own.T, own.M, 2 * own.W, logicle.compile(own).unscale(0)),
};

export const logicleReader: ScaleReader = {
  read: (number) => ({ kind: 'logicle', T: number('T'), W: number('W'), M: number('M'), A: number('A', 0) }),
};
