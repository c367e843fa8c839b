import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../api/get';
import { useLab } from '../../frame/lab-choice';
import { addWords } from '../../i18n/add-words';
import { Loading } from '../../parts/loading';
import { Page } from '../../parts/page';
import { ProblemAlert } from '../../parts/problem-alert';
import { DayFilter } from '../../parts/table/day-filter';
import { ListFilter } from '../../parts/table/list-filter';
import { useFilters } from '../../parts/table/use-filters';
import { NETWORK_ZONE, today } from '../../parts/zone';
import { CashBook } from './cash-book';
import { en, fr } from './words';
import './cash.css';

addWords('cash', { fr, en });

const DAY = /^\d{4}-\d\d-\d\d$/;

/** The cash of a till on one day: what was there, what moved, and what was counted. */
export default function CashPage() {
  const { t } = useTranslation();
  const { labs } = useLab();
  const [chosen, set] = useFilters(['till', 'day']);
  const now = today(NETWORK_ZONE);
  const day = DAY.test(chosen.day) && chosen.day <= now ? chosen.day : now;
  const labId = labs.find(({ id }) => id === chosen.till)?.id;
  const book = useQuery({
    ...get('/api/v1/cash-book', { query: { day, ...(labId && { labId }) } }),
    ...{ placeholderData: keepPreviousData, staleTime: 0 },
  });
  return (
    <Page title={t('cash.title')}>
      <p className="cash-intro">{t('cash.intro')}</p>
      <div className="list-tools">
        <ListFilter<string>
          label={t('cash.till')}
          value={labId ?? ''}
          onChange={(value) => set('till', value)}
          options={[
            { value: '', label: t('cash.noLab') },
            ...labs.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <DayFilter label={t('cash.day')} value={day} max={now} onChange={(value) => set('day', value)} />
      </div>
      {book.isPending && <Loading />}
      {book.isError && <ProblemAlert error={book.error} retry={() => void book.refetch()} />}
      {book.data && <CashBook key={`${book.data.labId} ${book.data.day}`} book={book.data} />}
    </Page>
  );
}
