import { Anchor, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { get } from '../../../api/get';
import { partnerKindValues } from '../../../api/schema';
import { holds } from '../../../frame/rights';
import { useMe } from '../../../frame/use-me';
import { addWords } from '../../../i18n/add-words';
import { DialogButton } from '../../../parts/dialog-button';
import { Empty } from '../../../parts/empty';
import { Loading } from '../../../parts/loading';
import { type Partner, PartnerForm } from '../../../parts/partner/partner-form';
import { RemovePartner } from '../../../parts/partner/remove-partner';
import { ProblemAlert } from '../../../parts/problem-alert';
import { type Column, DataTable, PAGE_SIZE } from '../../../parts/table/data-table';
import { ListFilter } from '../../../parts/table/list-filter';
import { useListState } from '../../../parts/table/list-state';
import { useFilters } from '../../../parts/table/use-filters';
import { SettingsFrame } from '../settings-frame';
import { en, fr } from './words';

addWords('partners', { fr, en });

/** The organisations that the labs work with. */
export default function PartnersPage() {
  const { t } = useTranslation();
  const [{ search, from }] = useListState();
  const [{ kind, priority }, set] = useFilters(['kind', 'priority']);
  const chosen = partnerKindValues.find((each) => each === kind);
  const list = useQuery({
    ...get('/api/v1/partners', {
      query: {
        ...{ limit: PAGE_SIZE, offset: from },
        ...(search && { search }),
        ...(chosen && { kind: chosen }),
        ...(priority === 'yes' && { priorityEducation: 'true' }),
      },
    }),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns();
  return (
    <SettingsFrame name="partners">
      <Text className="quiet" maw="65ch">
        {t('partners.intro')}
      </Text>
      {list.isPending && <Loading />}
      {list.isError && <ProblemAlert error={list.error} retry={() => void list.refetch()} />}
      {list.data && (
        <DataTable
          label={t('settings.pages.partners.title')}
          columns={columns}
          rows={list.data.items}
          rowId={({ organisationId }) => organisationId}
          server={{ total: list.data.total }}
          isSearchable
          filters={
            <>
              <ListFilter<string>
                label={t('partner.kind')}
                value={chosen ?? ''}
                onChange={(value) => set('kind', value)}
                options={[
                  { value: '', label: t('settings.all') },
                  ...partnerKindValues.map((value) => ({ value, label: t(`partner.kinds.${value}`) })),
                ]}
              />
              <ListFilter<string>
                label={t('partners.priority')}
                value={priority}
                onChange={(value) => set('priority', value)}
                options={[
                  { value: '', label: t('settings.all') },
                  { value: 'yes', label: t('partners.onlyPriority') },
                ]}
              />
            </>
          }
          empty={
            <Empty title={t('partners.none')}>
              <Text>{t('partners.noneCure')}</Text>
            </Empty>
          }
        />
      )}
    </SettingsFrame>
  );
}

function useColumns(): readonly Column<Partner>[] {
  const { t } = useTranslation();
  const mayOpen = holds(useMe(), 'manager', 'billing', 'administrator');
  return useMemo(
    () => [
      {
        ...{ id: 'name', header: t('partners.name') },
        cell: ({ organisationId, name }) =>
          mayOpen ? (
            <Anchor
              component={Link}
              to={`/settings/organisations/${organisationId}`}
              fw={600}
              className="typed"
            >
              {name}
            </Anchor>
          ) : (
            <b className="typed">{name}</b>
          ),
      },
      { id: 'city', header: t('partners.city'), value: ({ city }) => city, choice: 'hidden' },
      {
        ...{ id: 'kind', header: t('partner.kind'), choice: 'shown' },
        cell: ({ kind }) => t(`partner.kinds.${kind}`),
      },
      {
        ...{ id: 'neighbourhood', header: t('partner.neighbourhood'), choice: 'shown' },
        cell: ({ neighbourhood }) => neighbourhood ?? '–',
      },
      {
        ...{ id: 'priority', header: t('partners.priority'), choice: 'shown' },
        cell: ({ priorityEducation }) => t(priorityEducation ? 'common.yes' : 'common.no'),
      },
      {
        ...{ id: 'actions', header: t('settings.actions') },
        cell: (partner) => (
          <div className="row">
            <DialogButton
              label={t('partner.change')}
              title={t('partner.changeOf', { name: partner.name })}
              aria-label={t('partner.changeOf', { name: partner.name })}
            >
              {(close) => (
                <PartnerForm organisationId={partner.organisationId} partner={partner} onDone={close} />
              )}
            </DialogButton>
            <RemovePartner partner={partner} isShort />
          </div>
        ),
      },
    ],
    [t, mayOpen],
  );
}
