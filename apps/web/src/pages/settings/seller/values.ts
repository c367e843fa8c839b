import type { Schemas } from '../../../api/client';
import { orNull } from '../../../api/or-null';
import { Problem } from '../../../api/problem';
import { demandDecimal } from '../../../parts/decimal';
import { todayInParis } from '../today';
import { activitiesOf, demandRate, rateText, readActivities, rowsOf, writeActivities } from './activities';
import {
  CASE_WORDINGS,
  CASES,
  type Case,
  EXEMPTIONS,
  USUAL_RATE,
  USUAL_TERM_DAYS,
  USUAL_VALID_DAYS,
  WORDINGS,
} from './defaults';

export type SellerVersion = Schemas['SellerVersion'];
export type Vat = Schemas['VatSettings'];
export type Regime = Vat['regime'];
type Body = Schemas['PutSellerSettings'];

/** The fields of what documents say for clients abroad. */
export const CASE_FIELDS = {
  'eu-services': 'euServices',
  'eu-goods': 'euGoods',
  export: 'exportGoods',
  'outside-scope': 'outsideScope',
  subcontracting: 'subcontracting',
} as const satisfies Record<Case, string>;

/** A seller that is recorded for the first time gets the usual sentences. */
function caseValues(seller: SellerVersion | undefined) {
  const of = (name: Case): string => (seller ? (seller.caseWordings[name] ?? '') : CASE_WORDINGS[name]);
  return {
    euServices: of('eu-services'),
    euGoods: of('eu-goods'),
    exportGoods: of('export'),
    outsideScope: of('outside-scope'),
    subcontracting: of('subcontracting'),
  };
}

/** The name of prints among the activities, where nothing else was chosen. */
const PRINTING = 'impression 3D';

/** How VAT is asked for: each regime uses some of these fields. */
function vatValues(vat: Vat | undefined) {
  const exemption = vat && 'exemptionCode' in vat ? vat : EXEMPTIONS.franchise;
  return {
    regime: vat?.regime ?? 'franchise',
    exemptionCode: exemption.exemptionCode as string,
    exemptionText: exemption.exemptionText as string,
    rate: vat?.regime === 'taxable' ? rateText(vat.rateBasisPoints) : USUAL_RATE,
    activities: writeActivities(vat?.regime === 'split' ? rowsOf(vat.activities) : []),
  };
}

/** The fields of the form: what was recorded, or the usual wordings and nothing else. */
export const valuesOf = (seller: SellerVersion | undefined) => ({
  name: seller?.name ?? '',
  legalForm: seller?.legalForm ?? '',
  addressLine: seller?.addressLine ?? '',
  postcode: seller?.postcode ?? '',
  city: seller?.city ?? '',
  countryCode: seller?.countryCode ?? 'FR',
  siret: seller?.siret ?? '',
  vatNumber: seller?.vatNumber ?? '',
  rna: seller?.rna ?? '',
  email: seller?.email ?? '',
  phone: seller?.phone ?? '',
  website: seller?.website ?? '',
  iban: seller?.iban ?? '',
  bic: seller?.bic ?? '',
  ...vatValues(seller?.vat),
  printingActivity: seller?.printing.activity ?? PRINTING,
  nature: seller?.printing.nature ?? 'services',
  paymentTermDays: String(seller?.paymentTermDays ?? USUAL_TERM_DAYS),
  ...caseValues(seller),
  quoteValidDays: String(seller?.quoteValidDays ?? USUAL_VALID_DAYS),
  terms: seller?.terms ?? '',
  logoSha256: seller?.logoSha256 ?? '',
  latePenalty: seller?.wordings.latePenalty ?? WORDINGS.latePenalty,
  earlyPayment: seller?.wordings.earlyPayment ?? WORDINGS.earlyPayment,
  recoveryIndemnity: seller?.wordings.recoveryIndemnity ?? WORDINGS.recoveryIndemnity,
  personRecovery: seller?.wordings.personRecovery ?? WORDINGS.personRecovery,
  vatOnDebits: seller?.wordings.vatOnDebits ?? '',
  goods: seller?.wordings.operationCategory.goods ?? WORDINGS.goods,
  services: seller?.wordings.operationCategory.services ?? WORDINGS.services,
  mixed: seller?.wordings.operationCategory.mixed ?? WORDINGS.mixed,
  footer: seller?.wordings.footer ?? '',
  inForceFrom: todayInParis(),
});
export type Values = ReturnType<typeof valuesOf>;

/** @throws Problem that names a field without a number */
function vatOf({ regime, exemptionCode, exemptionText, rate, activities }: Values): Vat {
  switch (regime as Regime) {
    case 'taxable':
      return { regime: 'taxable', rateBasisPoints: demandRate('rate', rate) };
    case 'split':
      return { regime: 'split', activities: activitiesOf(readActivities(activities)) };
    case 'exempt':
      return { regime: 'exempt', exemptionCode, exemptionText };
    case 'franchise':
      return { regime: 'franchise', exemptionCode, exemptionText };
  }
}

const SIREN_DIGITS = 9;

/** The SIREN of a SIRET: its first nine digits. */
export const sirenOf = (siret: string): string => siret.replace(/[\s.]/g, '').slice(0, SIREN_DIGITS);

/** What is sent. @throws Problem that names a field without a number */
export const bodyOf = (values: Values): Body => ({
  name: values.name,
  legalForm: values.legalForm,
  addressLine: values.addressLine,
  postcode: values.postcode,
  city: values.city,
  countryCode: values.countryCode.toUpperCase(),
  siren: sirenOf(values.siret),
  siret: values.siret,
  vatNumber: orNull(values.vatNumber),
  rna: orNull(values.rna),
  email: orNull(values.email),
  phone: orNull(values.phone),
  website: orNull(values.website),
  iban: orNull(values.iban),
  bic: orNull(values.bic),
  vat: vatOf(values),
  printing: { activity: values.printingActivity, nature: values.nature as Body['printing']['nature'] },
  paymentTermDays: demandDecimal('paymentTermDays', values.paymentTermDays),
  caseWordings: Object.fromEntries(
    CASES.map((each) => [each, orNull(values[CASE_FIELDS[each]])]),
  ) as Body['caseWordings'],
  quoteValidDays: demandDecimal('quoteValidDays', values.quoteValidDays),
  terms: orNull(values.terms),
  logoSha256: orNull(values.logoSha256),
  wordings: {
    // An invoice must have these sentences: an empty field gets the usual one.
    latePenalty: values.latePenalty || WORDINGS.latePenalty,
    earlyPayment: values.earlyPayment || WORDINGS.earlyPayment,
    recoveryIndemnity: values.recoveryIndemnity || WORDINGS.recoveryIndemnity,
    personRecovery: values.personRecovery || WORDINGS.personRecovery,
    vatOnDebits: orNull(values.vatOnDebits),
    operationCategory: {
      goods: values.goods || WORDINGS.goods,
      services: values.services || WORDINGS.services,
      mixed: values.mixed || WORDINGS.mixed,
    },
    footer: orNull(values.footer),
  },
  inForceFrom: values.inForceFrom,
});

/** Fields of the request that have another name in the form. */
const FIELD_NAMES: Readonly<Record<string, string>> = {
  ...CASE_FIELDS,
  rateBasisPoints: 'rate',
  activity: 'printingActivity',
};

/**
 * The server names fields by their place in the request: here they have one name. The SIREN is part of the SIRET, and has
 * no field: an error about it is shown there.
 */
export function atFields(error: unknown): unknown {
  if (!(error instanceof Problem)) return error;
  const isAboutSiret = error.fields.some(({ path }) => path === 'siret');
  const fields = error.fields
    .filter(({ path }) => path !== 'siren' || !isAboutSiret)
    .map(({ path, message }) => ({ path: nameOf(path), message }));
  return new Problem(error.code, error.what, error.cure, fields);
}

function nameOf(path: string): string {
  if (path.startsWith('vat.activities')) return 'activities';
  const last = path.split('.').at(-1) ?? path;
  return FIELD_NAMES[last] ?? last;
}
