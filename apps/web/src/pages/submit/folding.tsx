import { Text, Title } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';

/** A part of what is shown of a file, which screen readers can jump to. */
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
  /** What stands inside, in a few words; undefined where that is a few words itself. */
  readonly gist: string | undefined;
  /** Unfolded at first. */
  readonly isOpen: boolean;
  readonly children: ReactNode;
}

/** The same, to be unfolded. */
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
