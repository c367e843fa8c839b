import { Global, Module } from '@nestjs/common';
import { BillingModule } from '../billing/billing.module';
import { Admission } from './admission';
import { AgentFilesController } from './agent-files.controller';
import { AgentSecretController } from './agent-secret.controller';
import { AgentTranscriptsController } from './agent-transcripts.controller';
import { BrokerAccess } from './broker-access';
import { EmbeddedBroker } from './embedded-broker';
import { LinkService } from './link.service';
import { LinkCredentials } from './link-credentials';
import { LinkReceiver } from './link-receiver';
import { LinkSender } from './link-sender';
import { LiveConsoles } from './live-consoles';
import { OverdueStops } from './overdue-stops';
import { PresenceBook } from './presence-book';
import { RunEvents } from './run-events';
import { TranscriptStore } from './transcript-store';

/** Server and labs. */
@Global()
@Module({
  imports: [BillingModule],
  controllers: [AgentFilesController, AgentSecretController, AgentTranscriptsController],
  providers: [
    Admission,
    LinkCredentials,
    EmbeddedBroker,
    BrokerAccess,
    LinkSender,
    LinkReceiver,
    LinkService,
    LiveConsoles,
    OverdueStops,
    PresenceBook,
    RunEvents,
    TranscriptStore,
  ],
  exports: [
    BrokerAccess,
    LinkReceiver,
    LinkSender,
    LinkService,
    LiveConsoles,
    PresenceBook,
    EmbeddedBroker,
    TranscriptStore,
  ],
})
export class LinkModule {}
