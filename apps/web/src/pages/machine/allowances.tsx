import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, content, type Schemas } from '../../api/client';
import { askAgain } from '../../api/touched';
import { formatMoment } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { AllowForm } from './allow-form';
import { allowancesQuery } from './queries';
import { Who } from './record';
import { Section } from './section';

type Allowance = Schemas['Allowance'];

/** Commands that the guard would leave out or refuse, and that a manager has allowed on this machine. */
export function Allowances({ machineId }: { machineId: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(allowancesQuery(machineId));
  return (
    <Section title={t('machine.allow.title')}>
      <p className="quiet">{t('machine.allow.what')}</p>
      {error && <ProblemAlert error={error} retry={refetch} />}
      {!data && !error && <Loading />}
      {data?.items.length === 0 && <p>{t('machine.allow.none')}</p>}
      <ul className="rows">
        {data?.items.map((allowance) => (
          <Row key={allowance.id} allowance={allowance} />
        ))}
      </ul>
      <AllowForm machineId={machineId} />
    </Section>
  );
}

function Row({ allowance }: { allowance: Allowance }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { id, machineId, command, reason, allowedBy, allowedAt, withdrawnAt } = allowance;
  const withdraw = useMutation({
    mutationFn: () => {
      const params = { path: { id: machineId, allowanceId: id } };
      return content(api.POST('/api/v1/machines/{id}/allowances/{allowanceId}/withdraw', { params }));
    },
    onSuccess: () => askAgain(queries, ['/api/v1/machines/{id}/allowances', { id: machineId }]),
  });
  return (
    <li>
      <p>
        <b>{command}</b> – {reason}
      </p>
      <p className="quiet">
        {formatMoment(allowedAt)} · <Who accountId={allowedBy} />
      </p>
      {withdrawnAt ? (
        <p>{t('machine.allow.withdrawn', { at: formatMoment(withdrawnAt) })}</p>
      ) : (
        <Button
          size="md"
          variant="default"
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate()}
          mt={4}
        >
          {t('machine.allow.withdraw')}
          <span className="sr-only"> – {command}</span>
        </Button>
      )}
      {withdraw.isError && <ProblemAlert error={withdraw.error} />}
    </li>
  );
}
