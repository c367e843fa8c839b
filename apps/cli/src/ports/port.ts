/** Events of a port for the machine behind it. */
export interface PortEvents {
  /** A host, or the broker, is connected. */
  connected(peer: string): void;
  received(bytes: Uint8Array): void;
  /** The host or the line is lost; the port waits for it. */
  lost(reason: string): void;
}

/** The connection of a virtual machine. */
export interface Port {
  /** The address with which a host reaches the machine. */
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
