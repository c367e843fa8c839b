import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../api/get';
import { labSessionKindValues, labSessionStateValues } from '../../api/schema';
import { useMe } from '../../frame/use-me';
import { ListFilter } from '../../parts/table/list-filter';
import '../../parts/table/table.css';

const NAMES = ['trainer', 'kind', 'state'] as const;

interface Props {
  readonly labId: string;
  /** Those who do not teach in this lab cannot read the list of its trainers. */
  readonly mayPlan: boolean;
  readonly chosen: Readonly<Record<(typeof NAMES)[number], string>>;
  readonly set: (name: (typeof NAMES)[number], value: string) => void;
}

/** Whose sessions, of which kind, in which state. */
export function AgendaFilters({ labId, mayPlan, chosen, set }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const trainers = useQuery({
    ...get('/api/v1/labs/{id}/trainers', { path: { id: labId } }),
    enabled: mayPlan,
    staleTime: 60_000,
  });
  const others = (trainers.data?.items ?? []).filter(({ id }) => id !== me.id);
  const all = { value: '', label: t('agenda.all') };
  return (
    <div className="agenda-filters">
      <ListFilter<string>
        label={t('agenda.trainer')}
        value={chosen.trainer}
        onChange={(value) => set('trainer', value)}
        options={[
          all,
          { value: me.id, label: t('agenda.me') },
          ...others.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <ListFilter<string>
        label={t('agenda.kind')}
        value={chosen.kind}
        onChange={(value) => set('kind', value)}
        options={[
          all,
          ...labSessionKindValues.map((value) => ({ value, label: t(`lab-session.kinds.${value}`) })),
        ]}
      />
      <ListFilter<string>
        label={t('agenda.state')}
        value={chosen.state}
        onChange={(value) => set('state', value)}
        options={[
          { value: '', label: t('agenda.notCancelled') },
          ...labSessionStateValues.map((value) => ({ value, label: t(`agenda.states.${value}`) })),
        ]}
      />
    </div>
  );
}
