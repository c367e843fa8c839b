import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, content } from '../../api/client';
import { Notice } from '../../parts/notice';

const LOOK_AGAIN_MS = 60_000;

/** What will hurt the service if nobody sees to it; what hurts it already, every page says when it asks for something. */
export function Warnings() {
  const { data } = useQuery({
    queryKey: ['health'],
    queryFn: () => content(api.GET('/api/health/ready')),
    refetchInterval: LOOK_AGAIN_MS,
    retry: false,
  });
  if (!data?.warnings) return null;
  return (
    <Stack gap="sm">
      {data.warnings.map(({ code, what, cure }) => (
        <Notice key={code} title={what} role="status">
          <Text>{cure}</Text>
        </Notice>
      ))}
    </Stack>
  );
}
