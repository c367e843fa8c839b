export interface TemporaryBroker {
  /** `mqtt://127.0.0.1:port`, without credentials. */
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
}

export interface BrokerUser {
  readonly username: string;
  readonly password: string;
}

export interface BrokerOptions {
  /** The users that may connect; all when not given. */
  readonly users?: readonly BrokerUser[];
  /** A fixed port: to restart where another broker ran before. */
  readonly port?: number;
  /** Folder in which another process writes `passwords` and `acl`; the process id is written there as `pid`. Mosquitto only. */
  readonly accessDirectory?: string;
  /** Files of a certificate and its key: the broker accepts only TLS. Mosquitto only. */
  readonly tls?: { readonly certificate: string; readonly key: string };
}
