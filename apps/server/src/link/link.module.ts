import { Global, Module } from '@nestjs/common';
import { BillingModule } from '../billing/billing.module';
import { AgentFilesController } from './agent-files.controller';
import { EmbeddedBroker } from './embedded-broker';
import { LinkService } from './link.service';
import { LinkCredentials } from './link-credentials';
import { LinkReceiver } from './link-receiver';
import { LinkSender } from './link-sender';
import { PresenceBook } from './presence-book';
import { RunEvents } from './run-events';

/** Server and labs. */
@Global()
@Module({
  imports: [BillingModule],
  controllers: [AgentFilesController],
  providers: [
    LinkCredentials,
    EmbeddedBroker,
    LinkSender,
    LinkReceiver,
    LinkService,
    PresenceBook,
    RunEvents,
  ],
  exports: [LinkSender, LinkService, PresenceBook, EmbeddedBroker],
})
export class LinkModule {}
