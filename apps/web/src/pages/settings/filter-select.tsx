import { type ReactNode, useId } from 'react';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The options, as elements. */
  readonly children: ReactNode;
}

/** A filter beside the search field of a list. */
export function FilterSelect({ label, value, onChange, children }: Props) {
  const id = useId();
  return (
    <div className="settings-filter">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {children}
      </select>
    </div>
  );
}
