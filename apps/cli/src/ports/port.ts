/** What a port tells the machine behind it. */
export interface PortEvents {
  /** A host is there, or the broker is. */
  connected(peer: string): void;
  received(bytes: Uint8Array): void;
  /** The host or the line is gone; the port waits for it to come back. */
  lost(reason: string): void;
}

/** Where a virtual machine is plugged in. */
export interface Port {
  /** What a host must be given to reach the machine. */
  readonly address: string;
  send(bytes: Uint8Array): void;
  /** Pulls the plug. Nothing is kept open. */
  close(): Promise<void>;
}

export interface PortOptions {
  readonly baudRate: number;
  /** For `pty`: the device path to create. */
  readonly link?: string | undefined;
  readonly mqttUsername?: string | undefined;
  readonly mqttPassword?: string | undefined;
}
