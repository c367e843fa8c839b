import { keepPreviousData, type UseQueryOptions, useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../../api/client';
import { Empty } from '../empty';
import { formatDay, formatEuros } from '../format';
import { Loading } from '../loading';
import { ProblemAlert } from '../problem-alert';
import { type Column, DataTable } from '../table/data-table';

export type Entry = Schemas['AccountEntry'];
type Entries = { readonly items: Entry[]; readonly total: number };

interface Props {
  // biome-ignore lint/suspicious/noExplicitAny: the key of a query has a type of its own for each address
  readonly query: UseQueryOptions<any, Error, Entries, any>;
  /** What staff may do with an entry. */
  readonly actions?: (entry: Entry) => ReactNode;
}

/** The movements of an account, the newest first, each with the print that it charges. */
export function EntryTable({ query, actions }: Props) {
  const { t } = useTranslation();
  const list = useQuery({ ...query, placeholderData: keepPreviousData });
  const columns = useColumns(actions);
  if (list.isPending) return <Loading />;
  if (list.isError) return <ProblemAlert error={list.error} retry={() => void list.refetch()} />;
  return (
    <DataTable
      label={t('prepaid.entries.title')}
      columns={columns}
      rows={list.data.items}
      rowId={({ id }) => id}
      server={{ total: list.data.total }}
      empty={<Empty title={t('prepaid.entries.none')} />}
    />
  );
}

function useColumns(actions: Props['actions']): readonly Column<Entry>[] {
  const { t } = useTranslation();
  return useMemo(() => {
    const figure = (id: string, header: string, value: (entry: Entry) => string): Column<Entry> => ({
      ...{ id, header, value, isFigure: true },
    });
    const columns: Column<Entry>[] = [
      { id: 'what', header: t('prepaid.entries.what'), cell: (entry) => <What entry={entry} /> },
      { id: 'day', header: t('prepaid.entries.day'), value: ({ bookedOn }) => formatDay(bookedOn) },
      figure('amount', t('prepaid.entries.amount'), ({ cents }) => formatEuros(cents)),
      figure('after', t('prepaid.entries.after'), ({ balanceCents }) => formatEuros(balanceCents)),
    ];
    return actions
      ? [...columns, { id: 'actions', header: t('prepaid.entries.action'), cell: actions }]
      : columns;
  }, [t, actions]);
}

function What({ entry: { kind, print, reason, isUndone } }: { entry: Entry }) {
  const { t } = useTranslation();
  const notes = [
    reason,
    isUndone && t('prepaid.entries.undone'),
    print?.part === 'material' && t('prepaid.entries.materialOnly'),
    print && print.freeCents > 0 && t('prepaid.entries.freePart', { amount: formatEuros(print.freeCents) }),
  ].filter(Boolean);
  return (
    <>
      {print ? (
        <Link to={`/jobs/${print.jobId}`} className="typed">
          {print.fileName}
        </Link>
      ) : (
        t(`prepaid.entries.kinds.${kind}`)
      )}
      {notes.length > 0 && <span className="quiet"> ({notes.join(', ')})</span>}
    </>
  );
}
