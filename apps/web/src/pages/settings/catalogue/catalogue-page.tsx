import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../../api/get';
import { articleSortValues } from '../../../api/schema';
import { addWords } from '../../../i18n/add-words';
import { currentLanguage } from '../../../i18n/i18n';
import { useActivityName } from '../../../parts/activity-name/use-activity-name';
import { DialogButton } from '../../../parts/dialog-button';
import { Empty } from '../../../parts/empty';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { DataTable, PAGE_SIZE } from '../../../parts/table/data-table';
import { type ListState, useListState } from '../../../parts/table/list-state';
import { useFilters } from '../../../parts/table/use-filters';
import { FilterSelect } from '../filter-select';
import { SettingsFrame } from '../settings-frame';
import { articleColumns } from './article-columns';
import { ArticleForm } from './article-form';
import { useActivities } from './use-activities';
import { en, fr } from './words';

addWords('catalogue', { fr, en });

const FILTERS = ['state', 'activity'] as const;
type Filters = Readonly<Record<(typeof FILTERS)[number], string>>;

const articlesQuery = ({ search, sort, from }: ListState, { state, activity }: Filters) =>
  get('/api/v1/articles', {
    query: {
      ...{ limit: PAGE_SIZE, offset: from, archived: state === 'archived' ? 'true' : 'false' },
      ...(search && { search }),
      ...(activity && { activity }),
      sort:
        articleSortValues.find((each) => each === sort) ?? (currentLanguage() === 'fr' ? 'nameFr' : 'nameEn'),
    },
  });

/** What the network sells often, with its price and what decides its VAT. */
export default function CataloguePage() {
  const { t } = useTranslation();
  const [state] = useListState();
  const [filters, setFilter] = useFilters(FILTERS);
  const articles = useQuery({ ...articlesQuery(state, filters), placeholderData: keepPreviousData });
  const activityName = useActivityName();
  const columns = useMemo(() => articleColumns(t, activityName), [t, activityName]);
  const add = (
    <DialogButton variant="filled" label={t('catalogue.add')} dialogSize="lg">
      {(close) => <ArticleForm onDone={close} />}
    </DialogButton>
  );
  return (
    <SettingsFrame name="catalogue" actions={add}>
      <p className="settings-intro">{t('catalogue.intro')}</p>
      {articles.isPending && <Loading />}
      {articles.isError && <ProblemAlert error={articles.error} retry={() => void articles.refetch()} />}
      {articles.data && (
        <DataTable
          label={t('settings.pages.catalogue.title')}
          columns={columns}
          rows={articles.data.items}
          rowId={({ id }) => id}
          server={articles.data}
          sortedAtFirst={currentLanguage() === 'fr' ? 'nameFr' : 'nameEn'}
          isSearchable
          searchFor={t('catalogue.search')}
          filters={<CatalogueFilters filters={filters} onChange={setFilter} />}
          empty={<NoArticle filters={filters} />}
        />
      )}
    </SettingsFrame>
  );
}

interface FiltersProps {
  readonly filters: Filters;
  readonly onChange: (name: keyof Filters, value: string) => void;
}
function CatalogueFilters({ filters, onChange }: FiltersProps) {
  const { t } = useTranslation();
  const { known } = useActivities();
  const activityName = useActivityName();
  return (
    <>
      <FilterSelect
        label={t('settings.state')}
        value={filters.state}
        onChange={(state) => onChange('state', state)}
      >
        <option value="">{t('catalogue.offered')}</option>
        <option value="archived">{t('catalogue.archived')}</option>
      </FilterSelect>
      {known.length > 1 && (
        <FilterSelect
          label={t('catalogue.activity')}
          value={filters.activity}
          onChange={(activity) => onChange('activity', activity)}
        >
          <option value="">{t('catalogue.allActivities')}</option>
          {known.map((each) => (
            <option key={each} value={each}>
              {activityName(each)}
            </option>
          ))}
        </FilterSelect>
      )}
    </>
  );
}

function NoArticle({ filters }: { filters: Filters }) {
  const { t } = useTranslation();
  if (filters.state || filters.activity) return <Empty title={t('catalogue.noneHere')} />;
  return (
    <Empty title={t('catalogue.none')}>
      <p>{t('catalogue.noneCure')}</p>
    </Empty>
  );
}
