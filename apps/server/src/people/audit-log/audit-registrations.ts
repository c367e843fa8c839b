import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditPersonalDetail } from '../../platform/audit/audit.entities';
import { PersonalTables } from '../../platform/personal-data/personal-tables';
import { readOwnAudit } from './own-audit';

/** Registers the answers that other modules need about the audit trail. */
@Injectable()
export class AuditRegistrations implements OnModuleInit {
  constructor(private readonly personal: PersonalTables) {}

  onModuleInit(): void {
    this.personal.register('audit', { entities: [AuditPersonalDetail], read: readOwnAudit });
  }
}
