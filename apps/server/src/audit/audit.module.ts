import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller';
import { AuditService } from './audit.service';

/** Who did what. */
@Module({ controllers: [AuditController], providers: [AuditService] })
export class AuditModule {}
