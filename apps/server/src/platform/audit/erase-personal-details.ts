import type { MemberId } from '@pandafab/shared';
import { In } from 'typeorm';
import type { Unit } from '../persistence/unit';
import { AuditPersonalDetail } from './audit.entities';

/** Erases the personal values of these members from the audit trail; the actions and their actors stay. */
export async function erasePersonalDetails({ manager }: Unit, members: readonly MemberId[]): Promise<void> {
  await manager.delete(AuditPersonalDetail, { memberId: In([...members]) });
}
