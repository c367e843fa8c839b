import { viewMailServer } from './mail-server';

const from = 'PandaFab <fab@example.org>';

it('shows where mails go, and no password', () => {
  const shown = viewMailServer({ smtpUrl: 'smtp://fab:s3cret@mail.example.org:587', from });
  expect(shown).toEqual({ host: 'mail.example.org', port: 587, encrypted: false, signsIn: true, from });
  expect(JSON.stringify(shown)).not.toContain('s3cret');
});

it('names no port where the address has none', () => {
  expect(viewMailServer({ smtpUrl: 'smtps://mail.example.org', from })).toEqual({
    ...{ host: 'mail.example.org', port: null, encrypted: true, signsIn: false, from },
  });
});
