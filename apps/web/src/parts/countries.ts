import { currentLanguage } from '../i18n/i18n';

/** ISO 3166-1 alpha-2. */
const CODES =
  'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR ' +
  'CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GP GQ GR GT GW GY HK HN HR HT HU ID ' +
  'IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML ' +
  'MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC ' +
  'SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS ' +
  'XK YE ZA ZM ZW GF MQ NC PF PM RE YT WF BL MF';
const FIRST = 'FR';

/** The name of a country in the language of the page; an unknown code is its own name. */
export function countryName(code: string): string {
  try {
    return new Intl.DisplayNames(currentLanguage(), { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** The countries to choose from, by name, with France first; `chosen` is offered even if it is unknown. */
export function countryChoices(chosen: string): { readonly value: string; readonly label: string }[] {
  const codes = [...new Set([...CODES.split(' '), ...(/^[A-Z]{2}$/.test(chosen) ? [chosen] : [])])];
  const byName = codes
    .map((value) => ({ value, label: countryName(value) }))
    .sort((a, b) => a.label.localeCompare(b.label, currentLanguage()));
  return [...byName.filter(({ value }) => value === FIRST), ...byName.filter(({ value }) => value !== FIRST)];
}
