import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, content, type Schemas } from '../../api/client';
import { get } from '../../api/get';
import { useMe } from '../../frame/use-me';
import { DialogButton } from '../../parts/dialog-button';
import { Form } from '../../parts/form/form';
import { Loading } from '../../parts/loading';
import { useToast } from '../../parts/toasts/use-toast';
import { firstDayOf, halfYearOf, periodName } from '../activity/periods';
import { type Scopes, useScopes } from '../activity/scopes';
import { todayInParis } from '../settings/today';
import { TOUCHED } from './report';

type Conventions = readonly Schemas['ConventionSummary'][];

/** Begins the report of an agreement for a period that has begun. */
export function NewReport({ conventions, chosen }: { conventions: Conventions; chosen: string }) {
  const { t } = useTranslation();
  return (
    <DialogButton label={t('reports.begin')} variant="filled">
      {(close) => <NewForm conventions={conventions} chosen={chosen} onClose={close} />}
    </DialogButton>
  );
}

interface NewFormProps {
  readonly conventions: Conventions;
  readonly chosen: string;
  readonly onClose: () => void;
}

function NewForm({ conventions, chosen, onClose }: NewFormProps) {
  const { t } = useTranslation();
  const toast = useToast();
  const navigate = useNavigate();
  const scopes = useScopes(useMe());
  if (!scopes.isReady) return <Loading />;
  const first = conventions.find(({ id }) => id === chosen) ?? conventions[0];
  const today = todayInParis();
  const initial = { conventionId: first?.id ?? '', labId: scopes.first, period: halfYearOf(today) };
  return (
    <Form
      initial={initial}
      send={({ labId, ...body }) =>
        content(api.POST('/api/v1/reports', { body: { ...body, labId: labId || null } }))
      }
      touches={TOUCHED}
      onDone={({ id }) => {
        toast(t('reports.begun'));
        onClose();
        void navigate(`/reports/${id}`);
      }}
      onCancel={onClose}
      submit={t('reports.begin')}
    >
      {({ field, values }) => (
        <>
          <NativeSelect
            label={t('reports.convention')}
            {...field('conventionId')}
            data={conventions.map(({ id, title }) => ({ value: id, label: title }))}
          />
          <Periods conventionId={values.conventionId} today={today} field={field('period')} />
          <Scope scopes={scopes} field={field('labId')} />
        </>
      )}
    </Form>
  );
}

interface PeriodsProps {
  readonly conventionId: string;
  readonly today: string;
  readonly field: object;
}

/** The periods of the agreement that have begun, the latest first. */
function Periods({ conventionId, today, field }: PeriodsProps) {
  const { t } = useTranslation();
  const { data } = useQuery(get('/api/v1/conventions/{id}', { path: { id: conventionId } }));
  const periods = (data?.periods ?? []).filter((period) => firstDayOf(period) <= today).reverse();
  return (
    <NativeSelect
      label={t('reports.period')}
      {...field}
      data={periods.map((value) => ({ value, label: periodName(value) }))}
    />
  );
}

function Scope({ scopes, field }: { scopes: Scopes; field: object }) {
  const { t } = useTranslation();
  return <NativeSelect label={t('reports.scope')} {...field} data={scopes.options} />;
}
