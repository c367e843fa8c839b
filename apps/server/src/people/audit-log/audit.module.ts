import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { AuditController } from './audit.controller';
import { AuditService } from './audit.service';
import { AuditRegistrations } from './audit-registrations';

/** Reading and searching the audit trail. */
@Module({ controllers: [AuditController], providers: [AuditRegistrations, AuditService] })
export class AuditModule {}

export const auditLog: Feature = { module: AuditModule };
