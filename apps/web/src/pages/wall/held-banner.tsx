import { Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import type { Lab } from '../../api/queries';
import { Notice } from '../../parts/notice';
import { OnceMore } from '../../parts/once-more';

interface Props {
  readonly lab: Lab;
  readonly mayRelease: boolean;
}

/** The lab's queue is held: data were put back to an earlier state, and somebody has to look at the machines. */
export function HeldBanner({ lab: { id, held }, mayRelease }: Props) {
  const { t } = useTranslation();
  const [isAsking, setIsAsking] = useState(false);
  const release = useMutation({
    // Names the hold that was seen: a late click lets no other go. What came of it, the live picture shows.
    mutationFn: (since: string) =>
      content(api.POST('/api/v1/labs/{id}/release', { params: { path: { id } }, body: { since } })),
    onSuccess: () => setIsAsking(false),
  });
  if (!held) return null;
  const isServer = held.because === 'LAB.SERVER_RESTORED';
  return (
    <Notice tone="bad" role="alert" title={t('wall.held.title')}>
      <Stack gap="xs" align="flex-start">
        <span>{t(isServer ? 'wall.held.server' : 'wall.held.journal')}</span>
        <span>{t(mayRelease ? 'wall.held.cure' : 'wall.held.wait')}</span>
        {mayRelease && (
          <Button size="md" variant="default" onClick={() => setIsAsking(true)}>
            {t('wall.held.release')}
          </Button>
        )}
      </Stack>
      {isAsking && (
        <OnceMore
          title={t('wall.held.ask')}
          confirm={t('wall.held.release')}
          onConfirm={() => release.mutate(held.since)}
          onClose={() => setIsAsking(false)}
          isBusy={release.isPending}
          error={release.error}
        >
          <p>{t('wall.held.askText')}</p>
        </OnceMore>
      )}
    </Notice>
  );
}
