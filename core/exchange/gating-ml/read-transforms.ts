import { boundsSchema, type ScaleBounds } from '../../data/transforms/bounded-scale.ts';
import { type Transform, transformSchema } from '../../data/transforms/transforms.ts';
import type { ExplicitDimension } from '../../gating/strategy/dimension.ts';
import { childrenNamed, elementsOf, isElement, type XmlElement } from '../xml/tree.ts';
import { numberAttribute, refuse, refuseInvalid, refuseValue, requireAttribute, requireFinite } from '../xml/values.ts';
import { readFormOf } from './scale-forms.ts';

type Ratio = Extract<ExplicitDimension, { ratio: unknown }>['ratio'];

export type ReadTransform =
  | { readonly kind: 'scale'; readonly transform: Transform; readonly bounds: ScaleBounds | undefined; readonly element: XmlElement }
  | { readonly kind: 'ratio'; readonly ratio: Ratio; readonly element: XmlElement };

/** A `transformation` (Gating-ML 2.0 section 6): one of the public scales, or a ratio that makes a new dimension. */
export function readTransformation(element: XmlElement): ReadTransform {
  const [formula, ...others] = elementsOf(element).filter(({ local }) => local !== 'custom_info');
  if (formula === undefined || others.length > 0) return refuseValue(element, { en: 'it holds one formula', ja: '式を1つだけ含みます' });
  const bounds = readBounds(element);
  if (formula.local === 'fratio') return { kind: 'ratio', ratio: { ...readRatio(formula), ...(bounds && { bounds }) }, element };
  return { kind: 'scale', transform: readScale(formula), bounds, element };
}

function readScale(formula: XmlElement): Transform {
  const [kind, form] = readFormOf(formula.local) ?? refuse('gatingml-element', formula, { element: formula.name });
  const parameters = form.parameters.map((name) => [name, requireFinite(formula, name)] as const);
  const written = { kind, ...Object.fromEntries(parameters) };
  const parsed = transformSchema.safeParse(written);
  if (parsed.success) return parsed.data;
  return refuseInvalid(formula, parsed.error, written);
}

function readRatio(formula: XmlElement): Ratio {
  const [numerator, denominator, ...others] = childrenNamed(formula, 'fcs-dimension').filter(isElement);
  if (numerator === undefined || denominator === undefined || others.length > 0)
    return refuseValue(formula, { en: 'a ratio is of two dimensions', ja: '比は2つの次元から成ります' });
  return {
    numerator: requireAttribute(numerator, 'name'),
    denominator: requireAttribute(denominator, 'name'),
    A: requireFinite(formula, 'A'),
    B: requireFinite(formula, 'B'),
    C: requireFinite(formula, 'C'),
  };
}

function readBounds(element: XmlElement): ScaleBounds | undefined {
  const [min, max] = [numberAttribute(element, 'boundMin'), numberAttribute(element, 'boundMax')];
  const bounds = {
    ...(min === undefined || !Number.isFinite(min) ? {} : { min }),
    ...(max === undefined || !Number.isFinite(max) ? {} : { max }),
  };
  if (Object.keys(bounds).length === 0) return undefined;
  const parsed = boundsSchema.safeParse(bounds);
  if (parsed.success) return parsed.data;
  return refuseInvalid(element, parsed.error, bounds);
}
