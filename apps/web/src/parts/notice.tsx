import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  /** `bad`: this cannot go on. `warn`: look at this. */
  readonly tone?: 'warn' | 'bad';
  /** `alert` interrupts a screen reader: for what has just happened. */
  readonly role?: 'alert' | 'status' | 'note';
  readonly children?: ReactNode;
}

/** Something to know, framed in colour; its words are in the colour of text, as Mantine's own are too pale to be read. */
export function Notice({ title, tone = 'warn', role = 'note', children }: Props) {
  return (
    <Alert
      color={tone === 'bad' ? 'red' : 'orange'}
      variant="outline"
      role={role}
      title={title}
      styles={{
        title: { color: 'var(--mantine-color-text)' },
        message: { color: 'var(--mantine-color-text)' },
      }}
    >
      {children}
    </Alert>
  );
}
