import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../api/use-change';
import { ProblemAlert } from '../problem-alert';
import { useToast } from '../toasts/use-toast';
import type { Identity, IdentityAccess } from './access';

/** Removes a billing identity; it can be taken back. */
export function RemoveIdentity({ identity, access }: { identity: Identity; access: IdentityAccess }) {
  const { t } = useTranslation();
  const toast = useToast();
  const { touches } = access;
  const removal = useChange(access.remove, touches, () =>
    toast(t('billing-identity.removed'), { act: () => access.put(identity), touches }),
  );
  return (
    <>
      <Button
        variant="default"
        className="touch"
        loading={removal.isPending}
        onClick={() => removal.mutate()}
      >
        {t('billing-identity.remove')}
      </Button>
      {removal.isError && <ProblemAlert error={removal.error} />}
    </>
  );
}
