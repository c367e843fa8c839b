import { Fault } from '@pandafab/shared';
import { readConfig } from './config';

const mail = { SMTP_URL: 'smtp://user:secret@mail.example:587', MAIL_FROM: 'PandaFab <fab@example.org>' };

describe('the settings for mail', () => {
  it('are both there, or neither', () => {
    expect(readConfig({}).mail).toBeUndefined();
    expect(readConfig(mail).mail).toEqual({ smtpUrl: mail.SMTP_URL, from: mail.MAIL_FROM });
    for (const [name] of Object.entries(mail)) {
      expect(() => readConfig({ ...mail, [name]: '' })).toThrow(Fault);
    }
  });

  it.each(['fab@example.org', 'Réseau des fablabs <fab@example.org>'])('may be sent from %s', (from) => {
    expect(readConfig({ ...mail, MAIL_FROM: from }).mail?.from).toBe(from);
  });

  it.each([{ SMTP_URL: 'http://mail.example' }, { MAIL_FROM: 'PandaFab' }])(
    'are refused when wrong, without showing the password: %p',
    (wrong) => {
      const read = () => readConfig({ ...mail, ...wrong });
      expect(read).toThrow(/SMTP_URL|MAIL_FROM/);
      expect(read).not.toThrow(/secret/);
    },
  );
});

describe('the settings for how long things are kept', () => {
  it('have a default each', () => {
    expect(readConfig({}).keepDays).toEqual({
      messages: 30,
      submissionKeys: 30,
      mails: 90,
      transcripts: 365,
    });
    expect(readConfig({ PANDAFAB_KEEP_MAILS_DAYS: '7' }).keepDays.mails).toBe(7);
  });

  it.each(['0', '-1', '1.5', 'for ever', '1e9'])('are whole days, and one at least: not %s', (days) => {
    expect(() => readConfig({ PANDAFAB_KEEP_TRANSCRIPTS_DAYS: days })).toThrow(
      /PANDAFAB_KEEP_TRANSCRIPTS_DAYS/,
    );
  });
});
