import type { AccountId, MemberId } from '@pandafab/shared';
import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { Account, AccountRole, ApiToken, LoginSession } from '../../accounts/account.entity';
import { AccountCode } from '../../accounts/account-code.entity';
import { KnownDevice } from '../../accounts/known-device.entity';
import { UsageRecord } from '../../billing/usage/usage-record.entity';
import { Induction } from '../../inductions/induction.entities';
import { Batch } from '../../jobs/job.entities';
import { MachineChange, MachineEvent } from '../../labs/machine-record.entities';
import { Mail } from '../../mail/mail.entity';
import { MaterialMovement, SpoolChangeRow } from '../../materials/material.entities';
import { Upload } from '../../uploads/upload.entity';
import { GroupPerson } from '../group.entities';
import {
  Member,
  MemberBillingIdentity,
  MemberContact,
  MemberProfile,
  ResidencyVerification,
} from '../member.entity';

export interface Owner {
  readonly memberId: MemberId;
  readonly accountId: AccountId;
}

interface OwnTable {
  readonly entity: EntityTarget<ObjectLiteral>;
  /** Conditions, one of which makes a row the owner's. */
  readonly where: (owner: Owner) => object[];
  /** Secrets, and what stands elsewhere in the export. */
  readonly without?: readonly string[];
}

const byMember = ({ memberId }: Owner) => [{ memberId }];
const byAccount = ({ accountId }: Owner) => [{ accountId }];

/** What is exported row by row. Jobs, which others worked on too, and the audit trail are put together elsewhere. */
export const OWN_TABLES = {
  member: { entity: Member, where: ({ memberId }: Owner) => [{ id: memberId }] },
  contact: { entity: MemberContact, where: byMember },
  billingIdentity: { entity: MemberBillingIdentity, where: byMember },
  profile: { entity: MemberProfile, where: byMember },
  residency: { entity: ResidencyVerification, where: byMember },
  groups: { entity: GroupPerson, where: byMember },
  inductions: { entity: Induction, where: byMember },
  account: { entity: Account, where: byMember, without: ['passwordHash'] },
  roles: { entity: AccountRole, where: byAccount },
  sessions: { entity: LoginSession, where: byAccount, without: ['tokenHash'] },
  devices: { entity: KnownDevice, where: byAccount, without: ['tokenHash'] },
  tokens: { entity: ApiToken, where: byAccount, without: ['tokenHash'] },
  links: {
    entity: AccountCode,
    where: (owner: Owner) => [...byMember(owner), ...byAccount(owner)],
    // A registration's data holds the hash of the password.
    without: ['codeHash', 'data'],
  },
  mails: { entity: Mail, where: byMember, without: ['data', 'codeId'] },
  uploads: { entity: Upload, where: byAccount },
  submissions: { entity: Batch, where: byMember },
  usageRecords: { entity: UsageRecord, where: byMember },
  machineChanges: { entity: MachineChange, where: byAccount },
  machineEvents: { entity: MachineEvent, where: byAccount },
  materialMovements: { entity: MaterialMovement, where: byAccount },
  spoolChanges: { entity: SpoolChangeRow, where: byAccount },
} satisfies Record<string, OwnTable>;

const isInstant = (field: string, value: unknown): value is number =>
  typeof value === 'number' && /(^at|At|Until)$/.test(field);

/** A row as the API writes it: instants in ISO 8601, and nothing of `without`. */
export function exported(row: object, without: readonly string[] = []): Record<string, unknown> {
  const fields = Object.entries(row).filter(([field]) => !without.includes(field));
  return Object.fromEntries(
    fields.map(([field, value]) => [field, isInstant(field, value) ? new Date(value).toISOString() : value]),
  );
}

/** All of the owner's rows, by the names of `OWN_TABLES`. */
export async function readOwnTables(manager: EntityManager, owner: Owner): Promise<Record<string, unknown>> {
  const parts: Record<string, unknown> = {};
  const tables: [string, OwnTable][] = Object.entries(OWN_TABLES);
  for (const [name, { entity, where, without }] of tables) {
    const rows = await manager.find(entity, { where: where(owner) });
    parts[name] = rows.map((row) => exported(row, without));
  }
  return parts;
}
