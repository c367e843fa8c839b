import { Checkbox, Fieldset, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { Problem } from '../../api/problem';
import { useLab } from '../../frame/lab-choice';
import { addWords } from '../../i18n/add-words';
import { Form } from '../form/form';
import { useToast } from '../toasts/use-toast';
import { grantsIn, keyOf, networkGrants, type RoleGrant } from './role-grants';
import { en, fr } from './words';

addWords('account-access', { fr, en });

const TOUCHES = ['/api/v1/accounts', '/api/v1/members', '/api/v1/me'] as const;

interface Props {
  readonly account: { readonly id: string; readonly roles: readonly RoleGrant[] };
  /** Whose account it is. */
  readonly name: string;
  readonly onDone: () => void;
}

/** The complete new set of roles: a role that is not ticked is removed. */
export function RolesForm({ account, name, onDone }: Props) {
  const { t } = useTranslation();
  const { labs } = useLab();
  const toast = useToast();
  const groups = [
    { legend: t('account-access.network'), grants: networkGrants },
    { legend: t('account-access.allLabs'), grants: grantsIn(null) },
    ...labs.map((lab) => ({
      legend: t('account-access.inLab', { lab: lab.name }),
      grants: grantsIn(lab.id),
    })),
  ];
  const all = groups.flatMap(({ grants }) => grants);
  const held = new Set(account.roles.map(keyOf));
  const initial = Object.fromEntries(all.map((grant) => [keyOf(grant), held.has(keyOf(grant))]));
  const give = (roles: readonly RoleGrant[]) =>
    content(
      api.PUT('/api/v1/accounts/{id}/roles', {
        params: { path: { id: account.id } },
        body: { roles: [...roles] },
      }),
    );
  const send = async (values: typeof initial) => {
    const wanted = all.filter((grant) => values[keyOf(grant)]);
    if (wanted.length === 0)
      throw new Problem('FORM.NO_ROLE', t('account-access.noneTicked'), t('account-access.noneTickedCure'));
    return give(wanted);
  };
  const done = () => {
    toast(t('account-access.rolesDone', { name }), {
      act: () => give(account.roles),
      touches: TOUCHES,
    });
    onDone();
  };
  return (
    <Form
      initial={initial}
      send={send}
      touches={TOUCHES}
      onDone={done}
      onCancel={onDone}
      submit={t('account-access.rolesSave')}
    >
      {({ tick }) =>
        groups.map(({ legend, grants }) => (
          <Fieldset key={legend} legend={legend}>
            <Stack gap="sm">
              {grants.map((grant) => (
                <Checkbox key={keyOf(grant)} {...tick(keyOf(grant))} label={t(`roles.${grant.role}`)} />
              ))}
            </Stack>
          </Fieldset>
        ))
      }
    </Form>
  );
}
