import { useEffect } from 'react';
import type { Fields } from '../../parts/form/form';
import { OrganisationChoice } from '../../parts/searched-choice/organisation-choice';
import type { Organisation } from './billing';

interface Props extends Pick<Fields<{ organisationId: string }>, 'field'> {
  /** The client just registered, which is then the chosen one. */
  readonly registered: Pick<Organisation, 'id' | 'name'> | undefined;
  readonly onRegistered: (id: string) => void;
}

/** The client of an order; one that was just registered is the chosen one. */
export function ClientChoice({ registered, field, onRegistered }: Props) {
  const registeredId = registered?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: chosen once, when the client was registered
  useEffect(() => {
    if (registeredId) onRegistered(registeredId);
  }, [registeredId]);
  return <OrganisationChoice {...field('organisationId')} required />;
}
