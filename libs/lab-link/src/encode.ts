import type { Clock } from '@pandafab/shared';
import { eventForAll, machinesForAll, telemetryForAll } from './earlier-names';
import { type EnvelopeOptions, envelope } from './envelope';
import type { DownMessage, PresenceMessage, TelemetryMessage, UpMessage } from './messages';

type Message = UpMessage | DownMessage | PresenceMessage | TelemetryMessage;

/** The body of a message of this kind, by the schema of its receiver. */
export type BodyOf<Kind extends Message['kind']> = Extract<Message, { kind: Kind }>['body'];

/** The kinds of messages in which peers of earlier versions look for other names. */
const forAll: { readonly [Kind in Message['kind']]?: (body: BodyOf<Kind>) => object } = {
  event: eventForAll,
  telemetry: telemetryForAll,
  welcome: machinesForAll,
  machines: machinesForAll,
};

/** One message as it is published. */
const encode = <Kind extends Message['kind']>(
  clock: Clock,
  kind: Kind,
  body: BodyOf<Kind>,
  options: EnvelopeOptions = {},
): string => JSON.stringify(envelope(clock, kind, forAll[kind]?.(body) ?? body, options));

/** Agent to server: `hello`, `receipt` and `event`. */
export const encodeUp: <Kind extends UpMessage['kind']>(
  clock: Clock,
  kind: Kind,
  body: BodyOf<Kind>,
  options?: EnvelopeOptions,
) => string = encode;

/** Server to agent. */
export const encodeDown: <Kind extends DownMessage['kind']>(
  clock: Clock,
  kind: Kind,
  body: BodyOf<Kind>,
  options?: EnvelopeOptions,
) => string = encode;

export const encodePresence = (clock: Clock, body: BodyOf<'presence'>): string =>
  encode(clock, 'presence', body);

export const encodeTelemetry = (clock: Clock, body: BodyOf<'telemetry'>): string =>
  encode(clock, 'telemetry', body);
