import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import type { Run } from '../../api/queries';
import { ProblemAlert } from '../../parts/problem-alert';

/** The transcript, as a file. It is fetched first: if there is none, a plain link would save the error as the file. */
export function Transcript({ run: { id }, number }: { run: Run; number: number }) {
  const { t } = useTranslation();
  const fetching = useMutation({
    mutationFn: async () => {
      const params = { path: { id } };
      const text: unknown = await content(
        api.GET('/api/v1/runs/{id}/transcript', { params, parseAs: 'blob' }),
      );
      if (text instanceof Blob) save(text, `run-${id}.txt`);
    },
  });
  return (
    <>
      <Button
        variant="default"
        mt="xs"
        loading={fetching.isPending}
        aria-label={t('jobs.runs.transcriptOf', { number })}
        onClick={() => fetching.mutate()}
      >
        {t('jobs.runs.transcript')}
      </Button>
      {fetching.error && <ProblemAlert error={fetching.error} retry={() => fetching.mutate()} />}
    </>
  );
}

function save(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The download has started by then; without this, the address keeps the file in memory until the page is closed.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
