import type { ComponentProps } from 'react';

interface Props extends ComponentProps<'button'> {
  /** `main`: what one comes for; `grave`: what cannot be taken back. Absent: any other action. */
  readonly look?: 'main' | 'grave' | undefined;
  /** Waits for an answer: a second press does nothing, and the focus stays on it. */
  readonly isBusy?: boolean | undefined;
}

/** A button of the first page, lighter than Mantine's, with the same look. */
export const Button = ({ look, isBusy, onClick, className = '', ...others }: Props) => (
  <button
    type="button"
    {...others}
    className={`button ${className}`}
    data-look={look}
    data-busy={isBusy || undefined}
    aria-busy={isBusy || undefined}
    onClick={isBusy ? undefined : onClick}
  />
);
