import { Paper, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../api/get';
import { formatDay, formatMoment } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { Pager } from '../../parts/pager';
import { ProblemAlert } from '../../parts/problem-alert';

const SIZE = 5;

/** The files that were imported, the latest first. Nothing while there is none. */
export function PastStatements() {
  const { t } = useTranslation();
  const [offset, setOffset] = useState(0);
  const statements = useQuery({
    ...get('/api/v1/bank/statements', { query: { limit: SIZE, offset } }),
    placeholderData: keepPreviousData,
  });
  if (statements.isPending) return <Loading />;
  if (statements.isError)
    return <ProblemAlert error={statements.error} retry={() => void statements.refetch()} />;
  if (statements.data.total === 0) return null;
  return (
    <section className="bank-past" aria-labelledby="bank-past">
      <h2 id="bank-past">{t('bank.past')}</h2>
      <Stack>
        <ul className="rows">
          {statements.data.items.map(
            ({ id, fileName, account, firstDay, lastDay, added, open, importedAt }) => (
              <Paper component="li" key={id} withBorder p="sm">
                <Text fw={600} className="typed">
                  {fileName}
                </Text>
                <Text size="sm">
                  {t('bank.pastLine', { first: formatDay(firstDay), last: formatDay(lastDay), added, open })}
                </Text>
                <Text size="sm" className="typed quiet">
                  {t('bank.pastAt', { account, moment: formatMoment(importedAt) })}
                </Text>
              </Paper>
            ),
          )}
        </ul>
        <Pager offset={offset} size={SIZE} total={statements.data.total} go={setOffset} />
      </Stack>
    </section>
  );
}
