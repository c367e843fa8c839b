import type { AccountCodePurpose } from '../account-code.entity';

/** The page that a code of each purpose opens. */
const PAGES: Readonly<Record<AccountCodePurpose, string>> = {
  invitation: 'password',
  'password-reset': 'password',
  registration: 'password',
  'email-change': 'email',
};

/** @param base what links begin with, without a slash at its end */
export const codeLink = (base: string, purpose: AccountCodePurpose, secret: string): string =>
  `${base}/${PAGES[purpose]}?code=${secret}`;
