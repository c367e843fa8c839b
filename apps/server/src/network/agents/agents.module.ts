import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { LabsModule } from '../labs/labs.module';
import { LinkModule } from '../link/link.module';
import { MachinesModule } from '../machines/machines.module';
import { Admission } from './admission';
import { Agent } from './agent.entity';
import { AgentPeers } from './agent-peers';
import { AgentSecretController } from './agent-secret.controller';
import { agentsAudit } from './agents.audit';
import { agentsFaults } from './agents.faults';
import { BrokerAccess } from './broker-access';
import { EnrolmentController } from './enrolment.controller';
import { EnrolmentService } from './enrolment.service';
import { EnrolmentCode } from './enrolment-code.entity';
import { EventReceiver } from './event-receiver';
import { HelloReceiver } from './hello-receiver';
import { HelloRequests } from './hello-requests';
import { LabAgentController } from './lab-agent.controller';
import { LabAgentService } from './lab-agent.service';
import { LabRuns } from './lab-runs';
import { LabsToMatch } from './labs-to-match';
import { LinkCredentials } from './link-credentials';
import { MachineNews } from './machine-news';
import { PresenceReceiver } from './presence-receiver';
import { ReceiptReceiver } from './receipt-receiver';
import { TelemetryReceiver } from './telemetry-receiver';
import { UnprovenLabs } from './unproven-labs';

/** The computers next to labs' machines: their identities, and the handling of their messages. */
@Module({
  imports: [LabsModule, LinkModule, MachinesModule],
  controllers: [AgentSecretController, EnrolmentController, LabAgentController],
  providers: [
    Admission,
    AgentPeers,
    BrokerAccess,
    EnrolmentService,
    EventReceiver,
    HelloReceiver,
    HelloRequests,
    LabAgentService,
    LabRuns,
    LabsToMatch,
    LinkCredentials,
    MachineNews,
    PresenceReceiver,
    ReceiptReceiver,
    TelemetryReceiver,
    UnprovenLabs,
  ],
  exports: [LabRuns, LinkCredentials],
})
export class AgentsModule {}

export const agents = {
  module: AgentsModule,
  tables: [Agent, EnrolmentCode],
  auditWords: [agentsAudit],
  faults: [agentsFaults],
} satisfies Feature;
