import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { get } from '../../api/get';
import { useChange } from '../../api/use-change';
import { Button } from '../../parts/button';
import { Confirm } from '../../parts/confirm';
import { CopyField } from '../../parts/copy-field';
import { formatMoment } from '../../parts/format';
import { ProblemAlert } from '../../parts/problem-alert';
import { useToast } from '../../parts/toasts/use-toast';
import { Section } from './section';

const PATH = '/api/v1/prestations/{id}/share-links';

/** The secret link with which the client sees the quote and the progress, and accepts. It is shown only once. */
export function ShareLinks({ id }: { id: string }) {
  const { t } = useTranslation();
  const toast = useToast();
  const [made, setMade] = useState<string>();
  const links = useQuery(get(PATH, { path: { id } }));
  const make = useChange(
    () => content(api.POST(PATH, { params: { path: { id } } })),
    [PATH],
    ({ url }) => setMade(new URL(url, window.location.origin).href),
  );
  const valid = (links.data?.items ?? []).filter(({ revokedAt }) => revokedAt === null);
  return (
    <Section id="share" title={t('prestations.share.title')}>
      <p className="quiet">{t('prestations.share.what')}</p>
      {made && (
        <>
          <CopyField label={t('prestations.share.link')} text={made} />
          <p>{t('prestations.share.once')}</p>
        </>
      )}
      <ul className="papers">
        {valid.map((link) => (
          <li key={link.id}>
            <span>{t('prestations.share.made', { at: formatMoment(link.createdAt) })}</span>
            <Confirm
              color="red"
              variant="outline"
              label={t('prestations.share.revoke')}
              act={async () => {
                const params = { path: { id, linkId: link.id } };
                await api.DELETE('/api/v1/prestations/{id}/share-links/{linkId}', { params });
                setMade(undefined);
              }}
              touches={[PATH]}
              onDone={() => toast(t('prestations.share.revoked'))}
            >
              {t('prestations.share.revokeWhat')}
            </Confirm>
          </li>
        ))}
      </ul>
      {links.isError && <ProblemAlert error={links.error} retry={() => void links.refetch()} />}
      {make.isError && <ProblemAlert error={make.error} />}
      <div>
        <Button isBusy={make.isPending} onClick={() => make.mutate()}>
          {t(valid.length > 0 ? 'prestations.share.another' : 'prestations.share.make')}
        </Button>
      </div>
    </Section>
  );
}
