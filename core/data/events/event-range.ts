/** Events from `from` to before `to`, of all events. */
export interface EventRange {
  readonly from: number;
  readonly to: number;
}
