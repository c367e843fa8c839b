/** The broker connection as the lab link uses it. */
export interface Wire {
  /**
   * Publishes now, or not at all when there is no connection. Only presence is retained.
   * @param done called when the broker has the message, or when it can no longer be delivered
   */
  publish(topic: string, payload: string, options: PublishOptions, done?: () => void): void;
}

export interface PublishOptions {
  readonly qos: 0 | 1;
  readonly retain?: boolean;
}
