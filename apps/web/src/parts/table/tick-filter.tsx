interface Props {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Shows only the rows that something is true of: a check box beside the search field. */
export const TickFilter = ({ label, isOn, onChange }: Props) => (
  <label className="tick-filter">
    <input type="checkbox" checked={isOn} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
    <span>{label}</span>
  </label>
);
