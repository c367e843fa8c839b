import { orNull } from '../../api/or-null';
import { Problem } from '../../api/problem';
import { vatCaseAnyOf0Values } from '../../api/schema';
import type { PrestationDetail } from './billing';

export const VAT_CASES = vatCaseAnyOf0Values.filter((each) => each !== null);

/** What stands in the fields at first. */
export const valuesOf = (prestation: PrestationDetail) => ({
  title: prestation.title,
  responsibleId: prestation.responsibleId ?? '',
  labId: prestation.labId ?? '',
  startsOn: prestation.startsOn ?? '',
  endsOn: prestation.endsOn ?? '',
  purchaseOrder: prestation.purchaseOrder ?? '',
  tariffId: prestation.tariffId ?? '',
  notes: prestation.notes ?? '',
  vatCase: (prestation.vatCase ?? '') as string,
  printsCharged: prestation.printsCharged,
  isElsewhere: prestation.deliverTo !== null,
  addressLine: prestation.deliverTo?.addressLine ?? '',
  postcode: prestation.deliverTo?.postcode ?? '',
  city: prestation.deliverTo?.city ?? '',
  countryCode: prestation.deliverTo?.countryCode ?? 'FR',
});
export type Values = ReturnType<typeof valuesOf>;

export const bodyOf = (typed: Values) => ({
  title: typed.title,
  responsibleId: orNull(typed.responsibleId),
  labId: orNull(typed.labId),
  startsOn: orNull(typed.startsOn),
  endsOn: orNull(typed.endsOn),
  purchaseOrder: orNull(typed.purchaseOrder),
  tariffId: orNull(typed.tariffId),
  notes: orNull(typed.notes),
  vatCase: VAT_CASES.find((each) => each === typed.vatCase) ?? null,
  printsCharged: typed.printsCharged,
  deliverTo: typed.isElsewhere ? addressIn(typed) : null,
});

const addressIn = ({ addressLine, postcode, city, countryCode }: Values) => ({
  ...{ addressLine, postcode, city, countryCode },
});

/** The parts of the address have one name in the form: `deliverTo.city` is shown at `city`. */
export function atFields(error: unknown): unknown {
  if (!(error instanceof Problem)) return error;
  const fields = error.fields.map(({ path, message }) => ({ path: path.split('.').at(-1) ?? path, message }));
  return new Problem(error.code, error.what, error.cure, fields);
}
