/** Why a line to a machine ended: we closed it, its device disappeared, or the system reported an error. */
export interface CloseReason {
  readonly kind: 'closed' | 'unplugged' | 'error';
  readonly detail?: string;
}

/** An open line to a machine. */
export interface Link {
  /** Sends bytes immediately; false when they pile up because the other end does not read them. */
  write(bytes: Uint8Array): boolean;
  /** Pulls the reset line, where the transport has one. */
  reset?(): Promise<void>;
  close(): Promise<void> | void;
}

/**
 * A transport to a machine: bytes in, bytes out, never lines, so that binary packing and realtime bytes are possible.
 * `onClose` is called exactly once for each line that was opened. Chunks given to `onBytes` may be reused
 * by the transport afterwards.
 */
export interface Transport {
  /** @throws Fault MACHINE.PORT_ABSENT, PORT_BUSY, PORT_REFUSED {address} or UNREACHABLE {address, reason} */
  open(onBytes: (bytes: Uint8Array) => void, onClose: (why: CloseReason) => void): Promise<Link>;
}
