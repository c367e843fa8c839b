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
  /** Who may connect; anyone when not given. */
  readonly users?: readonly BrokerUser[];
  /** A given port: to come back where another broker stood before. */
  readonly port?: number;
  /** Where its `passwords` and `acl` are kept by somebody else; its process id is put there as `pid`. Mosquitto only. */
  readonly accessDirectory?: string;
  /** Files of a certificate and its key: the broker speaks TLS and nothing else. Mosquitto only. */
  readonly tls?: { readonly certificate: string; readonly key: string };
}
