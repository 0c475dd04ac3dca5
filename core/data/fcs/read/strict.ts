import { describeFinding, type Finding } from '../../../base/finding.ts';
import { Problem } from '../../../base/problem.ts';
import { fcsFindings } from '../findings.ts';

/** Strict reading accepts a file only as it is written: any repair is refused with the repair's own sentence. */
export function refuseStrictly(finding: Finding): void {
  if (finding.kind !== 'repair') return;
  throw new Problem(
    'strict-repair',
    {
      en: 'Strict reading refuses what has to be repaired: {finding}',
      ja: '厳密モードでは修復が必要なファイルを読み込みません: {findingJa}',
    },
    {
      finding: describeFinding(fcsFindings, finding, 'en'),
      findingJa: describeFinding(fcsFindings, finding, 'ja'),
      code: finding.code,
    },
    finding.offset === undefined ? {} : { offset: finding.offset },
  );
}
