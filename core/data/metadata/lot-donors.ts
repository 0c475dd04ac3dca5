import { type Place, Problem } from '../../base/problem.ts';
import type { SampleMetadata } from './sample-metadata.ts';

type Named = Pick<Partial<SampleMetadata>, 'lot' | 'donor'>;

/**
 * The donors of lots as samples name them, one after the other: a lot is made of the cells of one donor. `claim` gives the problem of a sample
 * whose lot is another donor's already, and then keeps what stood; a sample that names no lot or no donor claims nothing.
 */
export function lotDonors(): { readonly claim: (sample: Named, place?: Place) => Problem | undefined } {
  const donors = new Map<string, string>();
  return {
    claim(sample, place) {
      const [lot = '', donor = ''] = [sample.lot?.trim(), sample.donor?.trim()];
      if (lot === '' || donor === '') return undefined;
      const known = donors.get(lot) ?? donor;
      donors.set(lot, known);
      return known === donor ? undefined : otherDonor(lot, known, donor, place);
    },
  };
}

/** `lot-other-donor`: a lot would get a second donor. */
export const otherDonor = (lot: string, donor: string, other: string, place: Place = {}): Problem =>
  new Problem('lot-other-donor', sentence, { lot, donor, other }, place);

const sentence = {
  en: 'Lot {lot} is of donor {donor}, and {other} cannot be its donor too: name another lot, or correct the donor in all samples of the lot.',
  ja: 'ロット{lot}のドナーは{donor}です。{other}を重ねて登録できません。別のロット名にするか、同じロットの全検体でドナーを訂正してください。',
};
