import { type Action, labsAllowed, type Rights } from '@pandafab/domain';
import type { LabId } from '@pandafab/shared';
import { demandIn } from '../../platform/http/access';

/**
 * Demands the right to see the figures of a lab, or of the network: those who are staff of some labs only see theirs.
 * @throws Fault AUTH.FORBIDDEN, AUTH.OTHER_LAB, AUTH.SCOPE_MISSING
 */
export function demandFigures(rights: Rights, action: Action, labId: LabId | null): void {
  if (labId === null && labsAllowed(rights, action) === 'everywhere') return;
  demandIn(rights, action, ...(labId === null ? [] : [labId]));
}
