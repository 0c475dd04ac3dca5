import { type Arcsinh, arcsinh } from '../../../data/transforms/arcsinh/arcsinh.ts';
import type { ScaleForm, ScaleReader } from './form.ts';
import { likeBiexponential } from './like-biexponential.ts';

/** Straight over the size that is scaled to 1: a decade and a half of it is nearly so. */
export const arcsinhForm: ScaleForm<Arcsinh> = {
  like: (own) => likeBiexponential(own.T, own.M, 0.5, arcsinh.compile(own).unscale(0)),
};

export const arcsinhReader: ScaleReader = {
  read: (number) => ({ kind: 'arcsinh', T: number('T'), M: number('M'), A: number('A', 0) }),
};
