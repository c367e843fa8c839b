import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../../api/client';
import type { Machine } from '../../../api/queries';
import { useChange } from '../../../api/use-change';
import { formatMoment } from '../../../parts/format';
import { ProblemAlert } from '../../../parts/problem-alert';
import { Section } from '../section';

/** For a machine whose starts wait for a person: says that a person is there. */
export function Readiness({ machine }: { machine: Machine }) {
  const { t } = useTranslation();
  const { id, startNeedsPerson, unattended } = machine;
  const params = { path: { id } };
  const confirm = useChange(
    () => content(api.POST('/api/v1/machines/{id}/ready', { params })),
    [['/api/v1/machines/{id}', { id }]],
  );
  if (!startNeedsPerson && unattended !== 'never') return null;
  const readyUntil = confirm.data?.readyUntil ?? machine.readyUntil;
  return (
    <Section title={t('times.ready.title')}>
      <p>{t('times.ready.what')}</p>
      <Button className="touch" loading={confirm.isPending} onClick={() => confirm.mutate()}>
        {t('times.ready.confirm')}
      </Button>
      <p role="status">{readyUntil && t('times.ready.until', { moment: formatMoment(readyUntil) })}</p>
      {confirm.isError && <ProblemAlert error={confirm.error} />}
    </Section>
  );
}
