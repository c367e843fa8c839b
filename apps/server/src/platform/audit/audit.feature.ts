import type { Feature } from '../kit/feature';
import { AuditEntry, AuditPersonalDetail } from './audit.entities';
import { PlainAuditWords1764330000000 } from './plain-words.migration';

export const audit: Feature = {
  tables: [AuditEntry, AuditPersonalDetail],
  migrations: [PlainAuditWords1764330000000],
};
