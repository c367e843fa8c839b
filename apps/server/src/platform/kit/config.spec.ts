import { Fault } from '@pandafab/shared';
import { readConfig } from './config';

const mail = { SMTP_URL: 'smtp://user:secret@mail.example:587', MAIL_FROM: 'PandaFab <fab@example.org>' };

describe('the settings for mail', () => {
  it('are both set, or neither', () => {
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

describe('the settings for card payments', () => {
  const stripe = {
    PANDAFAB_STRIPE_SECRET_KEY: 'sk_test_hidden',
    PANDAFAB_STRIPE_WEBHOOK_SECRET: 'whsec_hidden',
  };

  it('are both set, or neither', () => {
    expect(readConfig({}).stripe).toBeUndefined();
    expect(readConfig({ PANDAFAB_STRIPE_URL: 'http://127.0.0.1:1' }).stripe).toBeUndefined();
    expect(readConfig(stripe).stripe).toEqual({
      ...{ secretKey: 'sk_test_hidden', webhookSecret: 'whsec_hidden', url: undefined },
    });
    for (const name of Object.keys(stripe))
      expect(() => readConfig({ ...stripe, [name]: '' })).toThrow(Fault);
  });

  it.each([
    { PANDAFAB_STRIPE_SECRET_KEY: 'pk_hidden' },
    { PANDAFAB_STRIPE_WEBHOOK_SECRET: 'hidden' },
    { PANDAFAB_STRIPE_URL: 'https://api.stripe.com/v1' },
  ])('are refused when wrong, without showing a secret: %p', (wrong) => {
    const read = () => readConfig({ ...stripe, ...wrong });
    expect(read).toThrow(/PANDAFAB_STRIPE_/);
    expect(read).not.toThrow(/hidden/);
  });
});

describe('the settings for how long things are kept', () => {
  it('have a default each', () => {
    expect(readConfig({}).keepDays).toEqual({
      messages: 30,
      submissionKeys: 30,
      mails: 90,
      transcripts: 365,
      notices: 60,
    });
    expect(readConfig({ PANDAFAB_KEEP_MAILS_DAYS: '7' }).keepDays.mails).toBe(7);
  });

  it.each(['0', '-1', '1.5', 'for ever', '1e9'])('are whole days, at least one: not %s', (days) => {
    expect(() => readConfig({ PANDAFAB_KEEP_TRANSCRIPTS_DAYS: days })).toThrow(
      /PANDAFAB_KEEP_TRANSCRIPTS_DAYS/,
    );
  });
});

describe('the addresses in the settings', () => {
  it.each([
    ['PUBLIC_URL', 'fab.example.org'],
    ['PUBLIC_URL', 'localhost:3000'],
    ['PUBLIC_URL', 'ftp://fab.example.org'],
    ['PUBLIC_URL', 'https://example.org/fab'],
    ['PUBLIC_URL', 'https://fab.example.org/?a=b'],
    ['PUBLIC_URL', 'https://ana:secret@fab.example.org'],
    ['PANDAFAB_SLICER_URL', 'fab.example.org/print'],
    ['PANDAFAB_SLICER_URL', 'http://fab.example.org/a-path-too-long'],
    ['REDIS_URL', 'localhost:6379'],
    ['REDIS_URL', 'redis://cache/first'],
    ['MQTT_URL', 'http://broker'],
    ['MQTT_URL', 'mqtt://broker:1883/labs'],
    ['PANDAFAB_AGENTS_MQTT_URL', 'ws://broker'],
    ['PANDAFAB_AGENTS_MQTT_URL', 'mqtt://broker:1883/labs'],
    ['SMTP_URL', 'mail.example.org:587'],
    ['SMTP_URL', 'smtp://mail.example.org/inbox'],
    ['DATABASE_URL', 'mysql://db/pandafab'],
    ['DATABASE_URL', 'postgres://db:port/pandafab'],
  ])('are refused at the start where the service would ignore a part of them: %s=%s', (name, value) => {
    const read = () => readConfig({ ...(name === 'SMTP_URL' && mail), [name]: value });
    expect(read).toThrow(new RegExp(`${name}: must (look like|begin with) `));
    expect(read).not.toThrow(/secret/);
  });

  it.each([
    ['PUBLIC_URL', 'https://fab.example.org/'],
    ['PANDAFAB_SLICER_URL', 'http://fab.local:8080/print/3d/'],
    ['REDIS_URL', 'rediss://:secret@cache:6380/3'],
    ['MQTT_URL', 'mqtts://broker:8883'],
    ['MQTT_URL', 'wss://broker/mqtt'],
    ['PANDAFAB_AGENTS_MQTT_URL', 'mqtt://broker:1883'],
    ['SMTP_URL', 'smtp://user:secret@mail.example:587?requireTLS=false'],
    ['DATABASE_URL', 'postgresql:///pandafab?host=/run/postgresql'],
  ])('are accepted unchanged: %s=%s', (name, value) => {
    expect(() => readConfig({ ...(name === 'SMTP_URL' && mail), [name]: value })).not.toThrow();
  });
});
