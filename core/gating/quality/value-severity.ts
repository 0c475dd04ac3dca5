import type { Finding } from '../../base/finding.ts';
import { unsafeValueCodes } from '../../data/fcs/value-findings.ts';
import type { QualityFinding } from './quality.ts';

/** Per cent of the events without a number above which a person should look. */
const MANY_NOT_FINITE = 0.1;

/** What a finding about values says of the acquisition; undefined where it is about something else. */
export function valueSeverity({ code, values }: Finding): QualityFinding['severity'] | undefined {
  if (unsafeValueCodes.has(code)) return 'reject';
  if (code === 'values-not-finite') return Number(values?.['percent'] ?? 0) > MANY_NOT_FINITE ? 'review' : 'note';
  if (code === 'values-piled' || code === 'bytes-behind') return 'review';
  return code === 'bits-above-range' ? 'note' : undefined;
}
