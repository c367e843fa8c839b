import { Checkbox, Fieldset, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import type { Member } from '../../api/queries';
import { roleValues } from '../../api/schema';
import { useLab } from '../../frame/lab-choice';
import type { Role } from '../../frame/rights';
import { type Fields, Form } from '../../parts/form/form';
import { useToast } from '../../parts/toasts/use-toast';
import type { RoleGrant } from './people';

/** Roles that are given for one lab or for all labs; the other roles are valid everywhere. */
const LAB_ROLES: readonly Role[] = ['trainer', 'manager'];
const NETWORK_ROLES = roleValues.filter((role) => !LAB_ROLES.includes(role));

const TOUCHES = ['/api/v1/members', '/api/v1/me'] as const;

type Tick = Fields<Record<string, boolean>>['tick'];

interface Props {
  readonly account: NonNullable<Member['account']>;
  /** Whose account it is. */
  readonly name: string;
  readonly onDone: () => void;
}

/** The complete new set of roles: a role that is not ticked is removed. */
export function RolesForm({ account, name, onDone }: Props) {
  const { t } = useTranslation();
  const { labs } = useLab();
  const grants: RoleGrant[] = [
    ...NETWORK_ROLES.map((role) => ({ role, labId: null })),
    ...LAB_ROLES.map((role) => ({ role, labId: null })),
    ...labs.flatMap(({ id }) => LAB_ROLES.map((role) => ({ role, labId: id }))),
  ];
  const initial = Object.fromEntries(
    grants.map((grant) => [keyOf(grant), account.roles.some((held) => keyOf(held) === keyOf(grant))]),
  );
  const give = (roles: RoleGrant[]) =>
    content(
      api.PUT('/api/v1/accounts/{id}/roles', { params: { path: { id: account.id } }, body: { roles } }),
    );
  const send = async (ticked: typeof initial) => {
    const former = account.roles;
    await give(grants.filter((grant) => ticked[keyOf(grant)]));
    return former;
  };
  const toast = useToast();
  const done = (former: RoleGrant[]) => {
    toast(t('members.undo.roles', { name }), { act: () => give(former), touches: TOUCHES });
    onDone();
  };
  const boxesOf = (tick: Tick, ...wanted: readonly RoleGrant[]) => (
    <Stack gap="sm">
      {wanted.map((grant) => (
        <Checkbox key={keyOf(grant)} {...tick(keyOf(grant))} label={t(`roles.${grant.role}`)} />
      ))}
    </Stack>
  );
  return (
    <Form
      initial={initial}
      send={send}
      touches={TOUCHES}
      onDone={done}
      onCancel={onDone}
      submit={t('members.account.rolesSave')}
    >
      {({ tick }) => (
        <>
          <Fieldset legend={t('members.account.network')}>
            {boxesOf(tick, ...NETWORK_ROLES.map((role) => ({ role, labId: null })))}
          </Fieldset>
          <Fieldset legend={t('members.account.allLabs')}>
            {boxesOf(tick, ...LAB_ROLES.map((role) => ({ role, labId: null })))}
          </Fieldset>
          {labs.map(({ id, name }) => (
            <Fieldset key={id} legend={t('members.account.inLab', { lab: name })}>
              {boxesOf(tick, ...LAB_ROLES.map((role) => ({ role, labId: id })))}
            </Fieldset>
          ))}
        </>
      )}
    </Form>
  );
}

const keyOf = ({ role, labId }: RoleGrant): string => `${role} ${labId ?? 'everywhere'}`;
