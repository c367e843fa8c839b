/** What the lab link needs of a broker connection. */
export interface Wire {
  /**
   * Publishes now, or not at all when there is no connection. Only presence is retained.
   * @param done called when the broker has it, or when it never will
   */
  publish(topic: string, payload: string, options: PublishOptions, done?: () => void): void;
}

export interface PublishOptions {
  readonly qos: 0 | 1;
  readonly retain?: boolean;
}
