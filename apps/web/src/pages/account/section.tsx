import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  readonly id: string;
  readonly title: string;
  readonly intro?: string;
  readonly children: ReactNode;
}

/** One section of the account page, with its heading. */
export function Section({ id, title, intro, children }: Props) {
  return (
    <Stack component="section" gap="sm" aria-labelledby={id}>
      <Title order={2} size="h3" id={id}>
        {title}
      </Title>
      {intro && (
        <Text className="quiet" maw="65ch">
          {intro}
        </Text>
      )}
      {children}
    </Stack>
  );
}
