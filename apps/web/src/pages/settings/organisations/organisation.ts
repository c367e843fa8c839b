import type { Schemas } from '../../../api/client';
import { get } from '../../../api/get';
import { orNull } from '../../../api/or-null';
import type { organisationKindValues } from '../../../api/schema';

export type Organisation = Schemas['Organisation'];
export type Kind = (typeof organisationKindValues)[number];

export const organisationQuery = (id: string) => get('/api/v1/organisations/{id}', { path: { id } });

/** The fields of the form; an organisation that is not registered yet has none of them. */
export const valuesOf = (organisation: Organisation | undefined) => ({
  kind: organisation?.kind ?? 'client',
  name: organisation?.name ?? '',
  addressLine: organisation?.addressLine ?? '',
  postcode: organisation?.postcode ?? '',
  city: organisation?.city ?? '',
  countryCode: organisation?.countryCode ?? 'FR',
  siren: organisation?.siren ?? '',
  siret: organisation?.siret ?? '',
  vatNumber: organisation?.vatNumber ?? '',
  email: organisation?.email ?? '',
  serviceCode: organisation?.serviceCode ?? '',
  engagementNumber: organisation?.engagementNumber ?? '',
  requiresServiceCode: organisation?.requiresServiceCode ?? false,
  requiresEngagement: organisation?.requiresEngagement ?? false,
});
export type Values = ReturnType<typeof valuesOf>;

export const bodyOf = (values: Values) => ({
  ...values,
  kind: values.kind as Kind,
  countryCode: values.countryCode.toUpperCase(),
  siren: orNull(values.siren),
  siret: orNull(values.siret),
  vatNumber: orNull(values.vatNumber),
  email: orNull(values.email),
  serviceCode: orNull(values.serviceCode),
  engagementNumber: orNull(values.engagementNumber),
});
