import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { approvalAudit } from './approval.audit';
import { ApprovalRulesController } from './approval-rules.controller';
import { LabApprovalRules } from './approval-rules.entity';
import { ApprovalRules1764500060000 } from './approval-rules.migration';
import { ApprovalRulesService } from './approval-rules.service';

@Module({ controllers: [ApprovalRulesController], providers: [ApprovalRulesService] })
export class ApprovalModule {}

export const approval = {
  module: ApprovalModule,
  tables: [LabApprovalRules],
  migrations: [ApprovalRules1764500060000],
  auditWords: [approvalAudit],
} satisfies Feature;
