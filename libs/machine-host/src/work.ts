import type { GuardPolicy } from '@pandafab/shared';
import type { CommandSource } from './source/command-source';

/** A file to print, for any driver: whole, or line by line. */
export interface Work {
  /** Its path, for a machine that gets the whole file. */
  readonly file: string;
  /** The policy that its commands are checked against before they are sent. */
  readonly policy: GuardPolicy;
  /**
   * Opens its commands, each checked against the policy when it is read. The driver that opens them closes them.
   * @throws Fault FILE.* when they cannot be read
   */
  openLines(): Promise<CommandSource>;
}
