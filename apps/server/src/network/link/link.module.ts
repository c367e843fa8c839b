import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { EmbeddedBroker } from './embedded-broker';
import { IncomingMessages } from './incoming-messages';
import { LabEvents } from './lab-events';
import { LabTurns } from './lab-turns';
import { linkFaults } from './link.faults';
import { LinkService } from './link.service';
import { LinkMessage } from './link-message.entity';
import { LinkReceiver } from './link-receiver';
import { LinkSender } from './link-sender';
import { LiveConsoles } from './live-consoles';
import { Peers } from './peers';
import { PresenceBook } from './presence-book';
import { Refusals } from './refusals';
import { WaitingMessages } from './waiting-messages';

/** The transport between server and labs. It knows no run, no machine and no rule of agents. */
@Module({
  providers: [
    EmbeddedBroker,
    LabEvents,
    IncomingMessages,
    LabTurns,
    LinkReceiver,
    LinkSender,
    LinkService,
    LiveConsoles,
    Peers,
    PresenceBook,
    Refusals,
    WaitingMessages,
  ],
  exports: [
    EmbeddedBroker,
    LabEvents,
    IncomingMessages,
    LabTurns,
    LinkSender,
    LinkService,
    LiveConsoles,
    Peers,
    PresenceBook,
    Refusals,
    WaitingMessages,
  ],
})
export class LinkModule {}

export const link = { module: LinkModule, tables: [LinkMessage], faults: [linkFaults] } satisfies Feature;
