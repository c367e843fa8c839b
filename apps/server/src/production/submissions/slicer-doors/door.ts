import type { Language } from '@pandafab/shared';
import type { FastifyRequest } from 'fastify';
import type { TokenCaller } from '../../../people/accounts/identity.service';
import type { Target } from './targets.service';

/** A request of a slicer to a target. */
export interface OpenCall {
  readonly request: FastifyRequest;
  /** `Content-Type` as it was sent; undefined without one. */
  readonly contentType: string | undefined;
  readonly target: Target;
  /** When the request began, in milliseconds. */
  readonly began: number;
  /** Language of the texts. */
  readonly language: Language;
  /** The groups of the route's pattern, decoded. */
  readonly params: readonly string[];
}

/** The same, from a known sender. */
export interface Call extends OpenCall {
  readonly caller: TokenCaller;
}

export interface Answer {
  readonly status: number;
  /** At most one of the two. */
  readonly json?: unknown;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Pattern {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Of the path after the target, without slashes at its ends. */
  readonly path: RegExp;
}

/** One address of a protocol. `isOpen`: also for senders without a token. */
export type DoorRoute = Pattern &
  (
    | { readonly isOpen?: false; readonly answer: (call: Call) => Promise<Answer> | Answer }
    | { readonly isOpen: true; readonly answer: (call: OpenCall) => Promise<Answer> | Answer }
  );

/** A protocol of slicers: it maps each of its addresses to what the service does. */
export interface Door {
  readonly routes: readonly DoorRoute[];
}

/** A segment of an address as text; as it is if it is not encoded correctly. */
export function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** `true`, `True`, `1`…: each slicer writes it in its own way. */
export const isYes = (value: string | undefined): boolean => /^(true|1|yes|on)$/i.test(value ?? '');
