import type { ReactNode } from 'react';
import { Icon } from '../design/icon';

interface Props {
  readonly title: string;
  /** `bad`: an error. `warn`: needs attention. */
  readonly tone?: 'warn' | 'bad';
  /** `alert` interrupts a screen reader: for something that has just happened. */
  readonly role?: 'alert' | 'status' | 'note';
  readonly children?: ReactNode;
}

/** A message in a coloured box, with a sign for those who do not see the colour. */
export const Notice = ({ title, tone = 'warn', role = 'note', children }: Props) => (
  <div className="notice" data-tone={tone} role={role}>
    <Icon name={tone === 'bad' ? 'alert-octagon' : 'alert-triangle'} />
    <div className="notice-text">
      <p className="notice-title">{title}</p>
      {children}
    </div>
  </div>
);
