import { type Clock, newId } from '@pandafab/shared';
import { z } from 'zod';

/** Version of this contract. A peer with a later version is refused with a clear message. */
export const LAB_LINK_VERSION = 1;

/**
 * Largest message that either side accepts, in bytes: a telemetry of fifty machines is about 20 kB, and at most 100 kB more with
 * the console lines of watched machines.
 */
export const MAX_MESSAGE_BYTES = 256 * 1024;

const envelopeShape = {
  v: z.literal(LAB_LINK_VERSION),
  id: z.uuid(),
  /** The sender's own time, shown to people; not used for ordering. */
  sentAt: z.iso.datetime(),
  /** After this the receiver ignores the message. */
  expiresAt: z.iso.datetime().optional(),
  /** The id of the message that this one answers. */
  replyTo: z.uuid().optional(),
};

/** One kind of message: its name and the schema of its body. */
export const message = <Kind extends string, Body extends z.ZodType>(kind: Kind, body: Body) =>
  z.object({ ...envelopeShape, kind: z.literal(kind), body });

export type Refusal = 'oversized' | 'malformed' | 'future-version';
export type Decoded<Message> =
  | { ok: true; message: Message }
  | { ok: false; refusal: Refusal; detail: string };

/** Reads one message. Never throws: an unreadable message is refused with the reason. */
export function decode<Schema extends z.ZodType>(
  schema: Schema,
  bytes: Uint8Array,
): Decoded<z.infer<Schema>> {
  if (bytes.length > MAX_MESSAGE_BYTES)
    return { ok: false, refusal: 'oversized', detail: `${bytes.length} bytes` };
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8'));
  } catch (error) {
    return { ok: false, refusal: 'malformed', detail: (error as Error).message };
  }
  const version = (json as { v?: unknown } | null)?.v;
  if (typeof version === 'number' && version > LAB_LINK_VERSION) {
    return { ok: false, refusal: 'future-version', detail: `version ${version}` };
  }
  const parsed = schema.safeParse(json);
  return parsed.success
    ? { ok: true, message: parsed.data }
    : { ok: false, refusal: 'malformed', detail: z.prettifyError(parsed.error) };
}

export interface EnvelopeOptions {
  readonly id?: string;
  readonly replyTo?: string;
  readonly expiresInMs?: number;
}

/** Puts a body in its envelope. Repeats of a message keep its `id`, so that the receiver recognises duplicates. */
export function envelope<Kind extends string, Body>(
  clock: Clock,
  kind: Kind,
  body: Body,
  options: EnvelopeOptions = {},
) {
  const now = clock.now();
  return {
    v: LAB_LINK_VERSION,
    id: options.id ?? newId<string>(),
    sentAt: new Date(now).toISOString(),
    ...(options.expiresInMs !== undefined && {
      expiresAt: new Date(now + options.expiresInMs).toISOString(),
    }),
    ...(options.replyTo !== undefined && { replyTo: options.replyTo }),
    kind,
    body,
  };
}
