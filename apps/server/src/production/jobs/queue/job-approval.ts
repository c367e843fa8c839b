import { Injectable } from '@nestjs/common';
import {
  type ApprovalReason,
  type ApprovalRules,
  approvalReasons,
  expectedUsage,
  isAllowedIn,
  notApproved,
} from '@pandafab/domain';
import type { EntityManager } from 'typeorm';
import { BillingService } from '../../../money/billing.service';
import type { CurrentAccountInfo } from '../../../platform/http/access';
import { approvalRulesOf } from '../../approval/approval-rules.service';
import type { StoredFile } from '../../files/file.entity';
import { Job } from '../job.entities';
import { materialsUsed, pricedFigures, secondsOf } from './expected-figures';

/** What is submitted, for whom, and where. */
export interface ApprovalRequest
  extends Pick<Job, 'labId' | 'memberId' | 'groupId' | 'prestationId' | 'material'> {
  readonly quantity: number;
}

type Approval = Pick<Job, 'approval' | 'approvalReasons'>;
type ReadFile = Pick<StoredFile, 'analysis'>;

const hasRules = (rules: ApprovalRules): boolean =>
  rules.materials.length > 0 ||
  [rules.firstJobs, rules.longerThanHours, rules.costOverCents].some((limit) => limit !== null);

/** True for those who may approve jobs of the lab, whatever their token allows: they would ask themselves. */
export const mayApprove = (account: CurrentAccountInfo, { labId }: Pick<Job, 'labId'>): boolean =>
  isAllowedIn({ ...account, scopes: null }, 'job.arrange', labId);

/** Says for which jobs the rules of a lab ask for a manager's yes. */
@Injectable()
export class JobApproval {
  constructor(private readonly billing: BillingService) {}

  /** Whether a submission by this account needs a yes, as far as its file is known. */
  async atSubmission(
    manager: EntityManager,
    account: CurrentAccountInfo,
    { file, ...request }: ApprovalRequest & { readonly file: ReadFile },
  ): Promise<Approval> {
    const rules = await approvalRulesOf(manager, request.labId);
    if (!hasRules(rules)) return { approval: 'none', approvalReasons: [] };
    if (mayApprove(account, request)) return { approval: 'given', approvalReasons: null };
    const reasons = await this.judge(manager, rules, request, file);
    return { approval: reasons.length > 0 ? 'asked' : 'none', approvalReasons: reasons };
  }

  /** The same for a job that is made again: what was approved stays approved. */
  async atRedo(
    manager: EntityManager,
    account: CurrentAccountInfo,
    old: Job,
    file: ReadFile,
  ): Promise<Approval> {
    const now = await this.atSubmission(manager, account, { ...old, quantity: 1, file });
    if (now.approvalReasons === null || old.approval !== 'given') return now;
    if (old.approvalReasons === null) return { approval: 'given', approvalReasons: null };
    const others = notApproved(now.approvalReasons, old.approvalReasons);
    const reasons = [...old.approvalReasons, ...others];
    return { approval: others.length > 0 ? 'asked' : 'given', approvalReasons: reasons };
  }

  /** Why the rules of the lab ask for a yes, now that the file is read. */
  async reasons(manager: EntityManager, request: ApprovalRequest, file: ReadFile): Promise<ApprovalReason[]> {
    return this.judge(manager, await approvalRulesOf(manager, request.labId), request, file);
  }

  private async judge(
    manager: EntityManager,
    rules: ApprovalRules,
    request: ApprovalRequest,
    { analysis }: ReadFile,
  ): Promise<ApprovalReason[]> {
    const { memberId, labId, material } = request;
    const { firstJobs, costOverCents } = rules;
    return approvalReasons(rules, {
      jobsMade: firstJobs === null ? 0 : await manager.countBy(Job, { memberId, labId, state: 'done' }),
      seconds: analysis && secondsOf(analysis),
      cents: costOverCents === null ? null : await this.cents(manager, request, { analysis }),
      materials: materialsUsed(material, analysis),
    });
  }

  /** What all copies would cost; null before the file is read, or without a tariff. */
  private async cents(
    manager: EntityManager,
    request: ApprovalRequest,
    { analysis }: ReadFile,
  ): Promise<number | null> {
    if (!analysis) return null;
    const { groupId, memberId, prestationId, material, quantity } = request;
    const usage = expectedUsage(pricedFigures(analysis), material);
    const estimate = await this.billing.estimate(manager, { groupId, memberId, prestationId }, usage);
    return estimate && estimate.valueCents * quantity;
  }
}
