import { isOfAddress } from './smtp';

describe('a permanent refusal', () => {
  it.each([
    '550 5.1.1 <x@y.fr>: Recipient address rejected: User unknown',
    '550 5.1.1 there is no mailbox of that name',
    '550 No such user here',
    '551 User not local',
    '552 5.2.2 mailbox full',
    '550-5.1.1 The email account that you tried to reach does not exist',
  ])('concerns the address: %s', (response) => {
    expect(isOfAddress(response)).toBe(true);
  });

  it.each([
    '554 5.7.1 Relay access denied',
    '554 Relay access denied',
    '554 Transaction failed',
    '550 relay not permitted',
    '550 5.7.26 This mail is unauthenticated',
    '550 Message rejected as spam',
    '554 5.3.0 policy',
    '521 host does not accept mail',
    undefined,
  ])('concerns another cause: %s', (response) => {
    expect(isOfAddress(response)).toBe(false);
  });
});
