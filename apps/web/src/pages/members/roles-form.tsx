import { Checkbox, Fieldset, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { useLab } from '../../frame/lab-choice';
import { Form, type Values } from '../../parts/form';
import { type Member, type RoleGrant, touchedBy } from './people';

const NETWORK_ROLES = ['maker', 'billing', 'administrator'] as const;
const LAB_ROLES = ['trainer', 'manager'] as const;

interface Props {
  readonly member: Member;
  readonly account: NonNullable<Member['account']>;
  readonly onDone: () => void;
}

/** Every role and where it is held, as it will be: what is not ticked is taken away. */
export function RolesForm({ member, account, onDone }: Props) {
  const { t } = useTranslation();
  const { labs } = useLab();
  const grants: RoleGrant[] = [
    ...NETWORK_ROLES.map((role) => ({ role, labId: null })),
    ...LAB_ROLES.map((role) => ({ role, labId: null })),
    ...labs.flatMap(({ id }) => LAB_ROLES.map((role) => ({ role, labId: id }))),
  ];
  const send = (values: Values) => {
    const body = { roles: grants.filter((grant) => values(keyOf(grant)) !== '') };
    return content(api.PUT('/api/v1/accounts/{id}/roles', { params: { path: { id: account.id } }, body }));
  };
  const boxesOf = (...wanted: readonly RoleGrant[]) => (
    <Stack gap="sm">
      {wanted.map((grant) => (
        <Checkbox
          key={keyOf(grant)}
          name={keyOf(grant)}
          label={t(`roles.${grant.role}`)}
          defaultChecked={account.roles.some((held) => keyOf(held) === keyOf(grant))}
        />
      ))}
    </Stack>
  );
  return (
    <Form
      send={send}
      touches={[...touchedBy(member.id), ['me']]}
      onDone={onDone}
      onCancel={onDone}
      submit={t('members.account.rolesSave')}
    >
      {() => (
        <>
          <Fieldset legend={t('members.account.network')}>
            {boxesOf(...NETWORK_ROLES.map((role) => ({ role, labId: null })))}
          </Fieldset>
          <Fieldset legend={t('members.account.allLabs')}>
            {boxesOf(...LAB_ROLES.map((role) => ({ role, labId: null })))}
          </Fieldset>
          {labs.map(({ id, name }) => (
            <Fieldset key={id} legend={t('members.account.inLab', { lab: name })}>
              {boxesOf(...LAB_ROLES.map((role) => ({ role, labId: id })))}
            </Fieldset>
          ))}
        </>
      )}
    </Form>
  );
}

const keyOf = ({ role, labId }: RoleGrant): string => `${role} ${labId ?? 'everywhere'}`;
