import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { get } from '../../../api/get';
import { holds } from '../../../frame/rights';
import { useMe } from '../../../frame/use-me';
import { addWords } from '../../../i18n/add-words';
import { DialogButton } from '../../../parts/dialog-button';
import { Empty } from '../../../parts/empty';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { StateBadge } from '../../../parts/state-badge';
import { type Column, DataTable } from '../../../parts/table/data-table';
import { nameIn } from '../name-in';
import { SettingsFrame } from '../settings-frame';
import { KindForm } from './kind-form';
import { en, fr } from './words';

addWords('kinds', { fr, en });

type Kind = Schemas['MachineKind'];

/** The kinds of machine, and whether each needs an induction. */
export default function KindsPage() {
  const { t } = useTranslation();
  const mayChange = holds(useMe(), 'administrator');
  const kinds = useQuery(get('/api/v1/machine-kinds'));
  const columns = useMemo(
    (): Column<Kind>[] => [
      { id: 'name', header: t('kinds.name'), value: nameIn },
      {
        id: 'induction',
        header: t('kinds.induction'),
        value: ({ inductionRequired }) => inductionRequired,
        cell: ({ inductionRequired }) => (
          <StateBadge tone={inductionRequired ? 'soon' : 'neutral'}>
            {t(inductionRequired ? 'kinds.needed' : 'kinds.notNeeded')}
          </StateBadge>
        ),
      },
      { id: 'code', header: t('settings.code'), value: ({ code }) => code, choice: 'shown' },
      ...(mayChange ? [actions(t('settings.actions'))] : []),
    ],
    [t, mayChange],
  );
  return (
    <SettingsFrame name="kinds" actions={mayChange && <AddKind />}>
      <p className="settings-intro">{t('kinds.intro')}</p>
      {!mayChange && <p className="settings-intro">{t('settings.readOnly')}</p>}
      {kinds.isPending && <Loading />}
      {kinds.isError && <ProblemAlert error={kinds.error} retry={() => void kinds.refetch()} />}
      {kinds.data && (
        <DataTable
          label={t('settings.pages.kinds.title')}
          columns={columns}
          rows={kinds.data.items}
          rowId={({ code }) => code}
          empty={
            <Empty title={t('kinds.none')}>
              <p>{t('kinds.noneCure')}</p>
            </Empty>
          }
        />
      )}
    </SettingsFrame>
  );
}

const actions = (header: string): Column<Kind> => ({
  id: 'actions',
  header,
  isFigure: true,
  cell: (kind) => <ChangeKind kind={kind} />,
});

function ChangeKind({ kind }: { kind: Kind }) {
  const { t } = useTranslation();
  return (
    <DialogButton label={t('settings.change')} title={t('settings.changeOf', { name: nameIn(kind) })}>
      {(close) => <KindForm kind={kind} onDone={close} />}
    </DialogButton>
  );
}

function AddKind() {
  const { t } = useTranslation();
  return (
    <DialogButton variant="filled" label={t('kinds.add')}>
      {(close) => <KindForm onDone={close} />}
    </DialogButton>
  );
}
