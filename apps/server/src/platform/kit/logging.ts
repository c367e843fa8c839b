import { RequestMethod } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { destination } from 'pino';

export interface LogSettings {
  readonly level: string;
  /** Coloured lines for people instead of JSON for machines. */
  readonly pretty: boolean;
}

/** A request as serialised by pino-http. */
interface LoggedRequest {
  readonly url: string;
  readonly query?: unknown;
  readonly params?: unknown;
}

/** The secrets of a client's link, and of a link that stops mails, are a part of their paths. */
const SECRET_PATH = /^(\/(?:p|unsubscribe)\/)[^/]+/;

/** Query strings contain one-time codes: those of links that people open. */
function withoutSecrets({ query: _query, params: _params, url, ...request }: LoggedRequest) {
  return { ...request, url: url.split('?')[0]?.replace(SECRET_PATH, '$1…') };
}

const SECRET_HEADERS = ['authorization', 'cookie', 'referer'].map((name) => `req.headers.${name}`);

/** A log that cannot be written (a full disk, a closed pipe) loses lines; the server continues. */
function stdout() {
  const stream = destination({ sync: true });
  stream.on('error', () => {});
  return stream;
}

/** Structured logs; secrets in headers or query strings are never logged. */
export function loggerModule({ level, pretty }: LogSettings) {
  return LoggerModule.forRoot({
    // Its own default, `/*`, is a path that the router of Nest 11 warns of.
    forRoutes: [{ path: '{*path}', method: RequestMethod.ALL }],
    pinoHttp: {
      level,
      ...(!pretty && { stream: stdout() }),
      ...(pretty && {
        transport: {
          target: 'pino-pretty',
          options: {
            singleLine: true,
            ignore: 'pid,hostname,req,res,context',
            messageFormat: '{context} {msg}',
          },
        },
      }),
      serializers: { req: withoutSecrets },
      redact: [...SECRET_HEADERS, 'res.headers["set-cookie"]'],
      autoLogging: { ignore: (request) => request.url?.startsWith('/api/health') ?? false },
      customLogLevel: (_request, response, error) =>
        error || response.statusCode >= 500 ? 'error' : 'debug',
    },
  });
}
