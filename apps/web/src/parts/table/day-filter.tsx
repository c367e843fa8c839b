import './table.css';

interface Props {
  readonly label: string;
  /** YYYY-MM-DD, or empty. */
  readonly value: string;
  /** The last day that can be chosen. */
  readonly max?: string;
  readonly onChange: (value: string) => void;
}

/** A day that narrows what is shown: a field beside the search field. */
export const DayFilter = ({ label, value, max, onChange }: Props) => (
  <label className="list-filter">
    <span>{label}</span>
    <input
      type="date"
      value={value}
      max={max}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  </label>
);
