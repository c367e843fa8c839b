import type { AccountId } from '@pandafab/shared';
import type { NoticeDetails } from './notice-kind';

/** Events of one subject, for one account. */
export interface Gathered {
  readonly accountId: AccountId;
  readonly subject: string;
  /** Of the last of them. */
  readonly details: NoticeDetails;
  readonly count: number;
}
