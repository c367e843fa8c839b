import { Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, content, type Schemas } from '../../../api/client';
import { get } from '../../../api/get';
import { groupPayerKindValues } from '../../../api/schema';
import { ACCOUNTANTS, holds } from '../../../frame/rights';
import { useMe } from '../../../frame/use-me';
import { DialogButton } from '../../../parts/dialog-button';
import { Form } from '../../../parts/form/form';
import { ProblemAlert } from '../../../parts/problem-alert';
import type { GroupDetail } from './group';

const ADDRESS = '/api/v1/groups/{id}/payer';
type Payer = Schemas['GroupPayer'];

/** Who pays for the prints of a group. Billing staff choose. */
export function GroupPayer({ group }: { group: GroupDetail }) {
  const { t } = useTranslation();
  const found = useQuery(get(ADDRESS, { path: { id: group.id } }));
  const mayChoose = holds(useMe(), ...ACCOUNTANTS);
  return (
    <Stack component="section" gap="sm" aria-labelledby="payer">
      <Group justify="space-between">
        <Title order={2} size="h3" id="payer">
          {t('groups.payer.title')}
        </Title>
        {mayChoose && found.data && (
          <DialogButton label={t('groups.payer.choose')}>
            {(close) => <PayerForm group={group} payer={found.data} onDone={close} />}
          </DialogButton>
        )}
      </Group>
      {found.isError && <ProblemAlert error={found.error} retry={() => void found.refetch()} />}
      {found.data && <Chosen payer={found.data} />}
    </Stack>
  );
}

function Chosen({ payer: { payer, leaderName, organisationName } }: { payer: Payer }) {
  const { t } = useTranslation();
  const name = payer === 'leader' ? leaderName : organisationName;
  return <Text>{t(`groups.payer.is.${payer ?? 'none'}`, { name })}</Text>;
}

interface Props {
  readonly group: GroupDetail;
  readonly payer: Payer;
  readonly onDone: () => void;
}

function PayerForm({ group: { id, people }, payer, onDone }: Props) {
  const { t } = useTranslation();
  const leaders = people.filter(({ leads }) => leads);
  const initial = { payer: payer.payer ?? 'lab', memberId: payer.memberId ?? leaders[0]?.memberId ?? '' };
  const send = ({ payer: kind, memberId }: typeof initial) => {
    const body = { payer: kind, memberId: kind === 'leader' ? memberId : null };
    return content(api.PUT(ADDRESS, { params: { path: { id } }, body }));
  };
  return (
    <Form
      initial={initial}
      send={send}
      touches={[[ADDRESS, { id }]]}
      onDone={onDone}
      onCancel={onDone}
      submit={t('common.save')}
    >
      {({ field, values }) => (
        <>
          <NativeSelect
            {...field('payer')}
            label={t('groups.payer.title')}
            data={groupPayerKindValues.map((value) => ({ value, label: t(`groups.payer.kinds.${value}`) }))}
          />
          {values.payer === 'leader' && (
            <NativeSelect
              {...field('memberId')}
              label={t('groups.payer.leader')}
              required
              data={leaders.map(({ memberId, displayName }) => ({ value: memberId, label: displayName }))}
            />
          )}
        </>
      )}
    </Form>
  );
}
