import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../../api/client';
import { get } from '../../api/get';
import { formatDay, formatEuros } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { useListState } from '../../parts/table/list-state';
import { SearchField } from '../../parts/table/search-field';
import type { Listed } from './billing';
import { NoPrestation } from './empty';
import { FilterRow } from './filter-row';
import { usePrestationFilters } from './filters';
import { StateButtons } from './state-buttons';
import './board.css';
import './state.css';

/** The prestations in columns by state: the late ones first. */
export function Board() {
  const { t } = useTranslation();
  const [{ search }] = useListState();
  const filters = usePrestationFilters();
  const board = useQuery({
    ...get('/api/v1/prestations/board', { query: { ...filters.query, ...(search && { search }) } }),
    placeholderData: keepPreviousData,
  });
  if (board.isPending) return <Loading />;
  if (board.isError) return <ProblemAlert error={board.error} retry={() => void board.refetch()} />;
  const count = board.data.columns.reduce((sum, column) => sum + column.count, 0);
  if (count === 0 && !filters.isFiltered) return <NoPrestation />;
  return (
    <>
      <div className="list-tools board-tools">
        <SearchField
          label={t('prestations.search')}
          search={search}
          onSearch={(words) => filters.set('q', words)}
        />
        <FilterRow />
      </div>
      {count === 0 ? (
        <div className="empty">
          <p className="empty-title">{t('prestations.noneFound')}</p>
          <button type="button" className="link-button" onClick={filters.clear}>
            {t('prestations.clear')}
          </button>
        </div>
      ) : (
        // A board wider than the screen scrolls; the keyboard must reach it.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
        <section className="board" aria-label={t('prestations.board')} tabIndex={0}>
          {board.data.columns.map((column) => (
            <Column key={column.state} column={column} />
          ))}
        </section>
      )}
    </>
  );
}

/** A column; one without prestations takes little room. */
function Column({ column }: { column: Schemas['BoardColumn'] }) {
  const { t } = useTranslation();
  const { state, count, netCents, items } = column;
  const title = `column-${state}`;
  return (
    <section className="board-column" aria-labelledby={title} data-empty={count === 0 || undefined}>
      <div className="board-head">
        <h2 id={title}>{t(`prestations.states.${state}`)}</h2>
        <span className="board-count">{count}</span>
        {count > 0 && <span className="board-sum">{formatEuros(netCents)}</span>}
      </div>
      {count === 0 ? (
        <p className="quiet">{t(`prestations.emptyColumns.${state}`)}</p>
      ) : (
        <ul className="board-cards">
          {items.map((prestation) => (
            <BoardCard key={prestation.id} prestation={prestation} />
          ))}
        </ul>
      )}
      {count > items.length && (
        <Link className="row-link" to={`/prestations?view=list&state=${state}`}>
          {t('prestations.seeAll', { count })}
        </Link>
      )}
    </section>
  );
}

function BoardCard({ prestation }: { prestation: Listed }) {
  const { t } = useTranslation();
  const { id, title, clientName, reference, netCents, endsOn, isLate, responsibleName } = prestation;
  const { stagesDone, stagesTotal, events, state } = prestation;
  const isOpen = state !== 'invoiced' && state !== 'cancelled';
  return (
    <li className="board-card" data-late={isLate || undefined}>
      <Link to={`/prestations/${id}`} className="board-title typed">
        {title}
      </Link>
      <p className="typed">{clientName}</p>
      <p className="quiet">
        {reference}
        {responsibleName && ` · ${responsibleName}`}
        {stagesTotal > 0 && ` · ${t('prestations.stagesDone', { done: stagesDone, total: stagesTotal })}`}
      </p>
      <p className="board-figures">
        {endsOn && isOpen && (
          <span className={isLate ? 'is-late' : 'quiet'}>
            {t(isLate ? 'prestations.lateSince' : 'prestations.until', { day: formatDay(endsOn) })}
          </span>
        )}
        <b>{formatEuros(netCents)}</b>
      </p>
      {isOpen && events.length > 0 && <StateButtons prestation={prestation} isShort />}
    </li>
  );
}
