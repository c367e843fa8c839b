import { LoggerModule } from 'nestjs-pino';

export interface LogSettings {
  readonly level: string;
  /** Coloured lines for people instead of JSON for machines. */
  readonly pretty: boolean;
}

/** Structured logs; secrets that travel in headers never reach them. */
export function loggerModule({ level, pretty }: LogSettings) {
  return LoggerModule.forRoot({
    pinoHttp: {
      level,
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
      redact: ['req.headers.authorization', 'req.headers.cookie', 'res.headers["set-cookie"]'],
      autoLogging: { ignore: (request) => request.url?.startsWith('/api/health') ?? false },
      customLogLevel: (_request, response, error) =>
        error || response.statusCode >= 500 ? 'error' : 'debug',
    },
  });
}
