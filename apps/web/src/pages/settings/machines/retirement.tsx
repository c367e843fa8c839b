import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import type { Machine } from '../../../api/queries';
import type { Touched } from '../../../api/touched';
import { ActButton } from '../../../parts/act-button';
import { Confirm } from '../../../parts/confirm';
import { useToast } from '../../../parts/toasts/use-toast';

/** Takes the machine out of service, or back into it. Its history stays in either case. */
export function Retirement({ machine: { id, name, retiredAt } }: { machine: Machine }) {
  const { t } = useTranslation();
  const toast = useToast();
  const params = { path: { id } };
  const touches: readonly Touched[] = ['/api/v1/labs', ['/api/v1/machines/{id}', { id }]];
  const restore = () => api.POST('/api/v1/machines/{id}/restore', { params });
  return (
    <section className="machine-card" aria-labelledby="retirement">
      <h2 id="retirement">{t(retiredAt ? 'machines.restore.title' : 'machines.retire.title')}</h2>
      <p className="quiet">{t(retiredAt ? 'machines.restore.about' : 'machines.retire.about')}</p>
      <div className="machine-end">
        {retiredAt ? (
          <ActButton label={t('machines.restore.act')} variant="filled" act={restore} touches={touches} />
        ) : (
          <Confirm
            color="red"
            variant="outline"
            label={t('machines.retire.act')}
            act={() => api.POST('/api/v1/machines/{id}/retire', { params })}
            touches={touches}
            onDone={() => toast(t('machines.retire.done', { name }), { act: restore, touches })}
          >
            <p>{t('machines.retire.confirm', { name })}</p>
          </Confirm>
        )}
      </div>
    </section>
  );
}
