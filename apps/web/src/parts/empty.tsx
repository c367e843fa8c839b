import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** Nothing is there yet: says so, and what would bring something. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <Stack align="center" gap="xs" py="xl" ta="center">
      <Text fw={600}>{title}</Text>
      {children}
    </Stack>
  );
}
