import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { DocumentsModule } from '../documents/documents.module';
import { PrestationsModule } from '../prestations/prestations.module';
import { ClientDecisions } from './client-decisions.service';
import { clientPageAudit } from './client-page.audit';
import { clientPageFaults } from './client-page.faults';
import { ClientPapers } from './client-papers.service';
import { ShareLink } from './share-link.entity';
import { ShareLinksController } from './share-links.controller';
import { ShareLinks1764500023000 } from './share-links.migration';
import { ShareLinks } from './share-links.service';

/** What a client sees and decides behind a secret link; `pages/client-page` draws it. */
@Module({
  imports: [DocumentsModule, PrestationsModule],
  controllers: [ShareLinksController],
  providers: [ClientDecisions, ClientPapers, ShareLinks],
  exports: [ClientDecisions, ClientPapers],
})
export class ClientPageModule {}

export const clientPage = {
  module: ClientPageModule,
  tables: [ShareLink],
  migrations: [ShareLinks1764500023000],
  auditWords: [clientPageAudit],
  faults: [clientPageFaults],
} satisfies Feature;
