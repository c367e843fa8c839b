import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import type { Lab } from '../../api/queries';
import { Button } from '../../parts/button';
import { Notice } from '../../parts/notice';
import { OnceMore } from '../../parts/once-more';

interface Props {
  readonly lab: Lab;
  readonly mayRelease: boolean;
}

/** The lab's queue is held: data were restored to an earlier state, and the staff must check the machines. */
export function HeldBanner({ lab: { id, held }, mayRelease }: Props) {
  const { t } = useTranslation();
  const [isAsking, setIsAsking] = useState(false);
  const release = useMutation({
    // Names the hold that the person saw: a late click does not release a newer one. The live state shows the result.
    mutationFn: (since: string) =>
      content(api.POST('/api/v1/labs/{id}/release', { params: { path: { id } }, body: { since } })),
    onSuccess: () => setIsAsking(false),
  });
  if (!held) return null;
  const isServer = held.because === 'LAB.SERVER_RESTORED';
  return (
    <Notice tone="bad" role="alert" title={t('wall.held.title')}>
      <p>{t(isServer ? 'wall.held.server' : 'wall.held.journal')}</p>
      <p>{t(mayRelease ? 'wall.held.cure' : 'wall.held.wait')}</p>
      {mayRelease && <Button onClick={() => setIsAsking(true)}>{t('wall.held.release')}</Button>}
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
