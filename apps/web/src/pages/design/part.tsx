import { Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** One kind of part on the page of all parts. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack component="section" gap="sm">
      <Title order={2} size="h3">
        {title}
      </Title>
      {children}
    </Stack>
  );
}
