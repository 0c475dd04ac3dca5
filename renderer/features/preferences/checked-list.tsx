interface CheckedListProps<Id extends string> {
  readonly options: readonly { readonly id: Id; readonly label: string }[];
  readonly checked: readonly string[];
  /** In the order of the options. */
  readonly onChange: (checked: readonly Id[]) => void;
  readonly testId: string;
}

/** Any of a few, each with a box to tick. */
export function CheckedList<Id extends string>({ options, checked, onChange, testId }: CheckedListProps<Id>) {
  const toggled = (id: Id) => options.map((one) => one.id).filter((one) => checked.includes(one) !== (one === id));
  return options.map(({ id, label }) => (
    <label key={id} className="report-line">
      <input type="checkbox" checked={checked.includes(id)} onChange={() => onChange(toggled(id))} data-testid={`${testId}-${id}`} />
      {label}
    </label>
  ));
}
