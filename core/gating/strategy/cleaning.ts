import { isStep, kindOfStep } from '../automatic/steps.ts';
import type { GateNode } from './strategy.ts';

/** What populations are left with once a gate by hand has cleaned them. */
const cleanRoles: readonly string[] = ['singlets', 'live', 'lymphocytes'];

/**
 * Whether a gate takes out what nobody wants to count (doublets, debris, dead cells) rather than say what cells are: without it, the share of
 * what stands below it is still what its name says, only less clean.
 */
export const cleans = ({ cleaning, gate, populations }: GateNode): boolean =>
  cleaning ?? (cleansByStep(gate) || populations.some(({ role }) => role !== undefined && cleanRoles.includes(role)));

/** Whether numbers without the gate are amber at most. */
export const isExpected = (node: GateNode): boolean => node.expected ?? (isStep(node.gate) && kindOfStep(node.gate).cleans === 'always');

const cleansByStep = (gate: GateNode['gate']): boolean => isStep(gate) && kindOfStep(gate).cleans !== undefined;
