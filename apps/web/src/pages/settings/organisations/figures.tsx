import { Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../../api/get';
import { formatDay, formatEuros } from '../../../parts/format';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { StateBadge } from '../../../parts/state-badge';
import { Fact } from '../fact';

/** What a client bought and owes, from documents that were issued. */
export function Figures({ organisationId }: { organisationId: string }) {
  const { t } = useTranslation();
  const figures = useQuery(get('/api/v1/organisations/{id}/figures', { path: { id: organisationId } }));
  return (
    <Stack component="section" gap="sm" aria-labelledby="figures">
      <Title order={2} size="h3" id="figures">
        {t('organisations.figures.title')}
      </Title>
      {figures.isPending && <Loading />}
      {figures.isError && <ProblemAlert error={figures.error} retry={() => void figures.refetch()} />}
      {figures.data && figures.data.documents === 0 && (
        <p className="quiet form-help">{t('organisations.figures.none')}</p>
      )}
      {figures.data && figures.data.documents > 0 && (
        <dl className="facts figures">
          <Fact name={t('organisations.figures.open')}>
            {formatEuros(figures.data.openCents)}{' '}
            {figures.data.overdueCents > 0 && (
              <StateBadge tone="bad">
                {t('organisations.figures.overdue', { amount: formatEuros(figures.data.overdueCents) })}
              </StateBadge>
            )}
          </Fact>
          <Fact name={t('organisations.figures.thisYear')}>
            {formatEuros(figures.data.invoicedThisYear.netCents)}
          </Fact>
          <Fact name={t('organisations.figures.always')}>{formatEuros(figures.data.invoiced.netCents)}</Fact>
          <Fact name={t('organisations.figures.last')}>
            {figures.data.lastIssuedOn ? formatDay(figures.data.lastIssuedOn) : '–'}
          </Fact>
        </dl>
      )}
    </Stack>
  );
}
