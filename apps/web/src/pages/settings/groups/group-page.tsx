import { Paper, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api, content } from '../../../api/client';
import { useMe } from '../../../frame/use-me';
import { Confirm } from '../../../parts/confirm';
import { DialogButton } from '../../../parts/dialog-button';
import { formatDay } from '../../../parts/format';
import { Loading } from '../../../parts/loading';
import { Notice } from '../../../parts/notice';
import { ProblemAlert } from '../../../parts/problem-alert';
import { useToast } from '../../../parts/toasts/use-toast';
import { SettingsFrame } from '../settings-frame';
import { Facts } from './facts';
import { type GroupDetail, groupQuery, mayChange } from './group';
import { GroupForm } from './group-form';
import { GroupPayer } from './payer';
import { People } from './people';

/** One group: its facts and its people. */
export function GroupPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const me = useMe();
  const found = useQuery(groupQuery(id));
  if (found.isPending || found.isError)
    return (
      <SettingsFrame name="groups" of={t('groups.one')}>
        {found.isPending ? (
          <Loading />
        ) : (
          <ProblemAlert error={found.error} retry={() => void found.refetch()} />
        )}
      </SettingsFrame>
    );
  const group = found.data;
  const isOpen = mayChange(me, group);
  return (
    <SettingsFrame name="groups" of={group.name} actions={isOpen && <Actions group={group} />}>
      {group.archivedAt && (
        <Notice title={t('groups.archived', { day: formatDay(group.archivedAt) })}>
          <Text size="sm">{t('groups.archivedHelp')}</Text>
        </Notice>
      )}
      <Paper withBorder p="md">
        <Facts group={group} />
      </Paper>
      <GroupPayer group={group} />
      <People group={group} mayChange={isOpen} />
    </SettingsFrame>
  );
}

function Actions({ group }: { group: GroupDetail }) {
  const { t } = useTranslation();
  const toast = useToast();
  const { id } = group;
  return (
    <div className="row">
      <DialogButton label={t('groups.change')}>
        {(close) => (
          <GroupForm
            group={group}
            onCancel={close}
            onDone={() => {
              close();
              toast(t('groups.saved'));
            }}
          />
        )}
      </DialogButton>
      <Confirm
        label={t('groups.archive')}
        act={() => content(api.POST('/api/v1/groups/{id}/archive', { params: { path: { id } } }))}
        touches={['/api/v1/groups', '/api/v1/me/groups']}
      >
        <Text>{t('groups.archiveText')}</Text>
      </Confirm>
    </div>
  );
}
