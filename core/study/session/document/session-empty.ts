import type { Protocol } from '../../protocol/protocol.ts';
import type { SessionDocument } from './session-document.ts';

/** A protocol that measures nothing: what a session holds before one is chosen. */
const emptyProtocol: Protocol = {
  format: 'lymphoscope-protocol',
  version: 1,
  name: '-',
  revision: 1,
  panel: { entries: [] },
  compensation: { use: 'file' },
  transforms: {},
  strategy: [],
  statistics: { interval: { method: 'wilson', confidence: 0.95 }, medians: [], minimumEvents: 20 },
  classifier: { eligibility: [], groups: [] },
  metadata: { role: [], culture: [], lot: [], donor: [], run: [], omits: [], day: [], declaredMethod: [] },
  report: { keywords: [] },
};

/** Where every audit begins. */
export const emptyDocument: SessionDocument = { protocol: emptyProtocol, gateIds: 0, samples: [], overrides: [], groups: [] };
