import { attributeOf, childNamed, childrenNamed, element, elementsOf, isElement, textOf, type XmlElement } from '../../xml/tree.ts';

/** What a document says beside the standard. FlowJo and Floreada spell it with a hyphen. */
export const isInfo = ({ local }: XmlElement): boolean => local === 'custom_info' || local === 'custom-info';

const OWN = 'lymphoscope';

/** Names of populations whose ids cannot be their names, by id. */
export const namesInfo = (names: readonly (readonly [id: string, name: string])[]): readonly XmlElement[] =>
  names.length === 0
    ? []
    : [
        element('data-type:custom_info', {}, [
          element(
            OWN,
            {},
            names.map(([ref, name]) => element('name', { ref }, [name])),
          ),
        ]),
      ];

/** Whether the information is what `namesInfo` wrote, which is written anew. */
export const isNamesInfo = (info: XmlElement): boolean => childNamed(info, OWN) !== undefined;

/** The names that a gate's information gives its populations: Cytobank's, FlowJo's, or our own. */
export function namesIn(gate: XmlElement, id: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const shown = attributeOf(gate, 'name');
  if (shown !== undefined && shown.trim() !== '') names.set(id, shown);
  for (const info of elementsOf(gate).filter(isInfo)) {
    const cytobank = cytobankName(info);
    if (cytobank !== undefined) names.set(id, textOf(cytobank));
    for (const name of childrenNamed(childNamed(info, OWN) ?? info, 'name')) {
      const ref = attributeOf(name, 'ref');
      if (ref !== undefined && textOf(name) !== '') names.set(ref, textOf(name));
    }
  }
  return names;
}

function cytobankName(info: XmlElement): XmlElement | undefined {
  const name = childNamed(childNamed(info, 'cytobank'), 'name');
  return name === undefined || textOf(name).trim() === '' ? undefined : name;
}

/** Whether the information names its gate itself. */
export const namesGate = (info: XmlElement): boolean => cytobankName(info) !== undefined;

/** Information that is written again, with the name that its gate has now. */
export function renamed(info: XmlElement, name: string): XmlElement {
  const old = cytobankName(info);
  if (old === undefined || textOf(old) === name) return info;
  const inside = (at: XmlElement): XmlElement => ({
    ...at,
    children: at.children.map((child) => (!isElement(child) ? child : child === old ? { ...child, children: [name] } : inside(child))),
  });
  return inside(info);
}

/** Of a gate that Cytobank tailored to single files: which gate it is a form of, and for which file ('' for all others). */
export function tailoringOf(gate: XmlElement): { readonly gate: string; readonly file: string } | undefined {
  for (const info of elementsOf(gate).filter(isInfo)) {
    const cytobank = childNamed(info, 'cytobank');
    const [of, file] = ['gate_id', 'fcs_file_filename'].map((name) => childNamed(cytobank, name));
    if (of !== undefined && file !== undefined && textOf(of).trim() !== '') return { gate: textOf(of).trim(), file: textOf(file).trim() };
  }
  return undefined;
}
