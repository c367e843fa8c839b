import type { AccountCodePurpose } from '../account-code.entity';

/** The page for the codes of each purpose. */
const PAGES: Readonly<Record<AccountCodePurpose, string>> = {
  invitation: 'password',
  'password-reset': 'password',
  registration: 'password',
  'email-change': 'email',
};

/** @param base the start of all links, without a final slash */
export const codeLink = (base: string, purpose: AccountCodePurpose, secret: string): string =>
  `${base}/${PAGES[purpose]}?code=${secret}`;
