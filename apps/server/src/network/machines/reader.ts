import { isAllowedIn } from '@pandafab/domain';
import type { LabId, Reader } from '@pandafab/shared';
import type { CurrentAccountInfo } from '../../platform/http/access';

/** The staff of a machine's lab see the technical cause of a problem; everyone else sees what it means for a print. */
export const readerIn = (account: CurrentAccountInfo, labId: LabId): Reader =>
  isAllowedIn(account, 'machine.read-record', labId) ? 'staff' : 'maker';
