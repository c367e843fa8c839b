import { Text, Title } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';

/** A section about a file, which screen readers can jump to. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Title order={4} size="h5" mb={4} id={id}>
        {title}
      </Title>
      {children}
    </section>
  );
}

interface FoldingProps {
  readonly title: string;
  /** A summary of the content; undefined when the content is short. */
  readonly gist: string | undefined;
  /** True: open at first. */
  readonly isOpen: boolean;
  readonly children: ReactNode;
}

/** The same section, which can be opened and closed. */
export function Folding({ title, gist, isOpen, children }: FoldingProps) {
  const id = useId();
  const [isUnfolded, setUnfolded] = useState(isOpen);
  if (!gist) return <Part title={title}>{children}</Part>;
  return (
    <section aria-labelledby={id}>
      <details open={isUnfolded} onToggle={({ currentTarget }) => setUnfolded(currentTarget.open)}>
        <summary className="folding">
          <Title order={4} size="h5" id={id} display="inline">
            {title}
          </Title>
          <Text size="sm">{gist}</Text>
        </summary>
        {children}
      </details>
    </section>
  );
}
