import { join } from 'node:path';
import { serviceAddress } from '@pandafab/platform';
import { readEnvironment } from '@pandafab/shared';
import { z } from 'zod';

const MEGABYTE = 1024 * 1024;
const port = z.coerce.number().int().min(0).max(65535);

/** For how many days finished records are kept. At least one day: retries and lost answers need that. */
const days = z.coerce.number().int().min(1).max(36_500);

/** A message about a wrong one does not show it. */
const stripeSecret = (pattern: RegExp, sentence: string) => z.string().regex(pattern, sentence).optional();

const settingsSchema = z
  .object({
    PORT: port.default(3000),
    HOST: z.string().default('127.0.0.1'),
    PUBLIC_URL: serviceAddress({
      schemes: ['http', 'https'],
      sentence: 'must look like https://fab.example.org: with http or https, and without a path',
    }).optional(),
    PANDAFAB_SLICER_URL: serviceAddress({
      schemes: ['http', 'https'],
      sentence:
        'must look like http://fab.local/print: with http or https; the path has at most 15 characters',
      // The longest short address below it has 15 characters, and Cura takes 30.
      path: /^(?=.{1,15}\/?$)(\/[\w.-]+)*\/?$/,
    }).optional(),
    PANDAFAB_TRUSTED_PROXIES: z.string().default('loopback'),
    PANDAFAB_DATA_DIR: z.string().default('.data/pandafab'),
    REDIS_URL: serviceAddress({
      schemes: ['redis', 'rediss'],
      sentence:
        'must begin with redis:// or rediss://; a path is the number of a database, as in redis://127.0.0.1:6379/1',
      path: /^\/?\d*$/,
      extras: true,
    }).default('redis://127.0.0.1:6379'),
    MQTT_URL: z
      .union(
        [
          serviceAddress({ schemes: ['mqtt', 'mqtts'], sentence: '', extras: true }),
          serviceAddress({ schemes: ['ws', 'wss'], sentence: '', path: /^/, extras: true }),
        ],
        { error: 'must begin with mqtt://, mqtts://, ws:// or wss://; only the last two may have a path' },
      )
      .optional(),
    PANDAFAB_AGENTS_MQTT_URL: serviceAddress({
      schemes: ['mqtt', 'mqtts'],
      sentence: 'must look like mqtt://server:1883',
    }).optional(),
    MQTT_USERNAME: z.string().optional(),
    MQTT_PASSWORD: z.string().optional(),
    PANDAFAB_MOSQUITTO_DIR: z.string().optional(),
    PANDAFAB_MOSQUITTO_PID_FILE: z.string().optional(),
    PANDAFAB_MQTT_TLS_CERT: z.string().optional(),
    PANDAFAB_MQTT_TLS_KEY: z.string().optional(),
    PANDAFAB_MQTT_PORT: port.default(1883),
    PANDAFAB_MQTT_HOST: z.string().default('127.0.0.1'),
    SMTP_URL: serviceAddress({
      schemes: ['smtp', 'smtps'],
      sentence: 'must look like smtp://user:password@host:587 or smtps://host',
      extras: true,
    }).optional(),
    MAIL_FROM: z
      .string()
      .trim()
      .regex(/^([^<>\r\n]*<)?[^<>@\s]+@[^<>@\s]+>?$/, 'must look like PandaFab <fablab@example.org>')
      .optional(),
    PANDAFAB_MAIL_RETRY_HOURS: z.coerce.number().min(1).max(240).default(24),
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')
      .refine((url) => URL.canParse(url), 'must look like postgres://user:password@host:5432/pandafab')
      .optional(),
    PANDAFAB_STRIPE_SECRET_KEY: stripeSecret(/^[sr]k_/, 'must begin with sk_ or rk_'),
    PANDAFAB_STRIPE_WEBHOOK_SECRET: stripeSecret(/^whsec_/, 'must begin with whsec_'),
    PANDAFAB_STRIPE_URL: serviceAddress({
      schemes: ['http', 'https'],
      sentence: 'must look like https://api.stripe.com: with http or https, and without a path',
    }).optional(),
    PANDAFAB_MAX_UPLOAD_MB: z.coerce.number().positive().default(500),
    PANDAFAB_KEEP_MESSAGES_DAYS: days.default(30),
    PANDAFAB_KEEP_SUBMISSION_KEYS_DAYS: days.default(30),
    PANDAFAB_KEEP_MAILS_DAYS: days.default(90),
    PANDAFAB_KEEP_TRANSCRIPTS_DAYS: days.default(365),
    PANDAFAB_KEEP_NOTICES_DAYS: days.default(60),
    PANDAFAB_MIN_FREE_MB: z.coerce.number().min(0).optional(),
    PANDAFAB_COOKIE_SECURE: z.stringbool().optional(),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
    LOG_PRETTY: z.stringbool().optional(),
  })
  .refine(({ PANDAFAB_MQTT_TLS_CERT: certificate, PANDAFAB_MQTT_TLS_KEY: key }) => !certificate === !key, {
    path: ['PANDAFAB_MQTT_TLS_CERT'],
    error: 'must be set together with PANDAFAB_MQTT_TLS_KEY',
  })
  .refine(({ SMTP_URL: url, MAIL_FROM: from }) => !url === !from, {
    path: ['SMTP_URL'],
    error: 'must be set together with MAIL_FROM',
  })
  .refine(({ PANDAFAB_STRIPE_SECRET_KEY: key, PANDAFAB_STRIPE_WEBHOOK_SECRET: secret }) => !key === !secret, {
    path: ['PANDAFAB_STRIPE_SECRET_KEY'],
    error: 'must be set together with PANDAFAB_STRIPE_WEBHOOK_SECRET',
  });

/** The account at Stripe. Both secrets are written to no log and no answer. */
export interface StripeSettings {
  readonly secretKey: string;
  readonly webhookSecret: string;
  /** The address of the API, where it is not Stripe's own. */
  readonly url: string | undefined;
}

/** The server's settings, read once at start. */
export interface ServerConfig {
  readonly port: number;
  readonly host: string;
  /** The first part of links for people; undefined: the listening address. */
  readonly publicUrl: string | undefined;
  /** The first part of addresses for slicers, perhaps with a path; undefined: as `publicUrl`. */
  readonly slicerUrl: string | undefined;
  /** Addresses or networks whose X-Forwarded headers are trusted, separated by commas. */
  readonly trustedProxies: string;
  readonly dataDirectory: string;
  readonly databaseUrl: string | undefined;
  readonly redisUrl: string;
  readonly mqtt: {
    /** An external broker; undefined: the embedded one. */
    readonly url: string | undefined;
    /** The broker's address for agents, where it differs from the server's. */
    readonly agentsUrl: string | undefined;
    readonly username: string | undefined;
    readonly password: string | undefined;
    /** The directory where Mosquitto's `passwords` and `acl` are kept up to date, and the file with its process id. */
    readonly mosquitto: { readonly directory: string; readonly pidFile: string | undefined } | undefined;
    /** Certificate and key for TLS on the embedded broker; undefined: no TLS. */
    readonly tls: { readonly certificate: string; readonly key: string } | undefined;
    readonly embeddedPort: number;
    readonly embeddedHost: string;
  };
  /** The mail server and the sender's address; undefined: no mail is sent. */
  readonly mail: { readonly smtpUrl: string; readonly from: string } | undefined;
  /** Card payments by Stripe; undefined: no card payments. */
  readonly stripe: StripeSettings | undefined;
  /** For how many hours a delayed mail is offered again. */
  readonly mailRetryHours: number;
  readonly maxUploadBytes: number;
  /**
   * The service warns when the data directory's disk has less free space than this; undefined: a default by the size
   * of the disk.
   */
  readonly minFreeBytes: number | undefined;
  /** For how many days finished records are kept. */
  readonly keepDays: {
    /** Messages to labs, from their receipt. */
    readonly messages: number;
    /** `Idempotency-Key`s, from their arrival: a submission that is sent again later counts as a new one. */
    readonly submissionKeys: number;
    /** Mails, from their end, and the codes of their links. */
    readonly mails: number;
    readonly transcripts: number;
    /** Notices, from the day on which they are read; unread ones six times as long. */
    readonly notices: number;
  };
  readonly secureCookies: boolean;
  readonly log: { readonly level: string; readonly pretty: boolean };
}

const tlsOf = ({
  PANDAFAB_MQTT_TLS_CERT: certificate,
  PANDAFAB_MQTT_TLS_KEY: key,
}: z.infer<typeof settingsSchema>) => (certificate && key ? { certificate, key } : undefined);

const mailOf = ({ SMTP_URL: smtpUrl, MAIL_FROM: from }: z.infer<typeof settingsSchema>) =>
  smtpUrl && from ? { smtpUrl, from } : undefined;

const stripeOf = ({
  PANDAFAB_STRIPE_SECRET_KEY: secretKey,
  PANDAFAB_STRIPE_WEBHOOK_SECRET: webhookSecret,
  PANDAFAB_STRIPE_URL: url,
}: z.infer<typeof settingsSchema>) =>
  secretKey && webhookSecret ? { secretKey, webhookSecret, url } : undefined;

/** @throws Fault HOST.SETTINGS_INVALID naming every bad variable. */
export function readConfig(env: NodeJS.ProcessEnv): ServerConfig {
  const settings = readEnvironment(settingsSchema, env);
  return {
    port: settings.PORT,
    host: settings.HOST,
    publicUrl: settings.PUBLIC_URL,
    slicerUrl: settings.PANDAFAB_SLICER_URL,
    trustedProxies: settings.PANDAFAB_TRUSTED_PROXIES,
    dataDirectory: settings.PANDAFAB_DATA_DIR,
    databaseUrl: settings.DATABASE_URL,
    redisUrl: settings.REDIS_URL,
    mqtt: {
      url: settings.MQTT_URL,
      agentsUrl: settings.PANDAFAB_AGENTS_MQTT_URL,
      username: settings.MQTT_USERNAME,
      password: settings.MQTT_PASSWORD,
      mosquitto: settings.PANDAFAB_MOSQUITTO_DIR
        ? { directory: settings.PANDAFAB_MOSQUITTO_DIR, pidFile: settings.PANDAFAB_MOSQUITTO_PID_FILE }
        : undefined,
      tls: tlsOf(settings),
      embeddedPort: settings.PANDAFAB_MQTT_PORT,
      embeddedHost: settings.PANDAFAB_MQTT_HOST,
    },
    mail: mailOf(settings),
    stripe: stripeOf(settings),
    mailRetryHours: settings.PANDAFAB_MAIL_RETRY_HOURS,
    maxUploadBytes: settings.PANDAFAB_MAX_UPLOAD_MB * MEGABYTE,
    minFreeBytes:
      settings.PANDAFAB_MIN_FREE_MB === undefined ? undefined : settings.PANDAFAB_MIN_FREE_MB * MEGABYTE,
    keepDays: {
      messages: settings.PANDAFAB_KEEP_MESSAGES_DAYS,
      submissionKeys: settings.PANDAFAB_KEEP_SUBMISSION_KEYS_DAYS,
      mails: settings.PANDAFAB_KEEP_MAILS_DAYS,
      transcripts: settings.PANDAFAB_KEEP_TRANSCRIPTS_DAYS,
      notices: settings.PANDAFAB_KEEP_NOTICES_DAYS,
    },
    secureCookies: settings.PANDAFAB_COOKIE_SECURE ?? settings.PUBLIC_URL?.startsWith('https:') ?? false,
    log: { level: settings.LOG_LEVEL, pretty: settings.LOG_PRETTY ?? process.stdout.isTTY === true },
  };
}

export const SERVER_CONFIG = Symbol('ServerConfig');
export const CLOCK = Symbol('Clock');

export const sqliteFile = (config: ServerConfig): string => join(config.dataDirectory, 'pandafab.sqlite');
