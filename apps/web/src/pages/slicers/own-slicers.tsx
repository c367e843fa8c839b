import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { Confirm } from '../../parts/confirm';
import { formatDay, formatMoment } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { useToast } from '../../parts/toasts/use-toast';
import { clientName } from './client-name';
import { type SlicerToken, useSlicerTokens } from './use-slicer-tokens';

/** The person's tokens for slicers: when each was last used, by which program, and a button to revoke it. */
export function OwnSlicers() {
  const { t } = useTranslation();
  const { tokens = [], isPending, error, refetch } = useSlicerTokens(() => false);
  return (
    <section className="slicers-card" aria-labelledby="slicers-own">
      <h2 id="slicers-own">{t('slicers.own.title')}</h2>
      {isPending && <Loading />}
      {error && <ProblemAlert error={error} retry={() => void refetch()} />}
      {!isPending && !error && tokens.length === 0 && <p className="quiet">{t('slicers.own.none')}</p>}
      <ul className="own-slicers">
        {tokens.map((token) => (
          <OwnSlicer key={token.id} token={token} />
        ))}
      </ul>
    </section>
  );
}

function OwnSlicer({ token: { id, name, createdAt, lastUsedAt, lastClient } }: { token: SlicerToken }) {
  const { t } = useTranslation();
  const toast = useToast();
  const client = clientName(lastClient);
  const used =
    lastUsedAt === null
      ? t('slicers.own.unused', { day: formatDay(createdAt) })
      : t(client ? 'slicers.own.used' : 'slicers.own.usedBy', { client, moment: formatMoment(lastUsedAt) });
  return (
    <li className="own-slicer">
      <div className="own-slicer-text typed">
        <strong>{name}</strong>
        <span className="quiet">{used}</span>
      </div>
      <Confirm
        color="red"
        variant="outline"
        label={t('slicers.own.revoke')}
        act={() => api.DELETE('/api/v1/tokens/{id}', { params: { path: { id } } })}
        touches={['/api/v1/tokens']}
        onDone={() => toast(t('slicers.own.revoked', { name }))}
      >
        <p className="typed">{t('slicers.own.revokeText', { name })}</p>
      </Confirm>
    </li>
  );
}
