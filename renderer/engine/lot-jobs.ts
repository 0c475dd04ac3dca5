import type { Classifier } from '../../core/biology/classification/classifier.ts';
import type { LabelledLot } from '../../core/biology/lots/labelled-lot.ts';
import { fitOwnMethod, type OwnMethod } from '../../core/biology/lots/own-method.ts';

/** Profiles fitted to lots: as many fits as there are lots, since each is left out once. */
export const lotJobs = {
  async fitLots({ classifier, method, lots, name }: FitArgs): Promise<OwnMethod> {
    return fitOwnMethod(classifier, method, lots, name);
  },
};

export interface FitArgs {
  readonly classifier: Classifier;
  readonly method: string;
  readonly lots: readonly LabelledLot[];
  readonly name: string;
}
