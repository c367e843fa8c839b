import type { FastifyHelmetOptions } from '@fastify/helmet';
import type { ServerConfig } from './config';

const YEAR_S = 365 * 24 * 3600;

/**
 * The headers of every answer. The API's answers are data: a browser that opens one runs no script of it, allows no
 * frame around it, and guesses no other type. Pages and pictures of the service set their own policies instead.
 */
export const securityHeaders = ({ publicUrl }: Pick<ServerConfig, 'publicUrl'>): FastifyHelmetOptions => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'frame-ancestors': ["'none'"],
    },
  },
  referrerPolicy: { policy: 'no-referrer' },
  crossOriginOpenerPolicy: { policy: 'same-origin' },
  crossOriginResourcePolicy: { policy: 'same-origin' },
  crossOriginEmbedderPolicy: false,
  xFrameOptions: { action: 'deny' },
  // Over plain HTTP, as in a lab's own network, the promise of HTTPS would lock people out.
  strictTransportSecurity: publicUrl?.startsWith('https:')
    ? { maxAge: YEAR_S, includeSubDomains: false }
    : false,
});
