import { isAllowedIn } from '@pandafab/domain';
import type { LabId, Reader } from '@pandafab/shared';
import type { CurrentAccountInfo } from './access';

/** Those who look after a lab's machines read what is the matter with them; everybody else what that means for a print. */
export const readerIn = (account: CurrentAccountInfo, labId: LabId): Reader =>
  isAllowedIn(account, 'machine.read-record', labId) ? 'staff' : 'maker';
