import { Module } from '@nestjs/common';
import { SessionsModule } from '../activity/sessions/sessions.module';
import { CardPaymentsModule } from '../money/card-payments/card-payments.module';
import { ClientPageModule } from '../money/client-page/client-page.module';
import { AccountsModule } from '../people/accounts/accounts.module';
import type { Feature } from '../platform/kit/feature';
import { ClientCardController } from './client-page/client-card.controller';
import { ClientPageController } from './client-page/client-page.controller';
import { ClientPageReply } from './client-page/client-page-reply.service';
import { ProgrammeController } from './programme/programme.controller';
import { AccountPagesController } from './public-pages/account-pages.controller';
import { PublicPagesController } from './public-pages/public-pages.controller';
import { UnsubscribeController } from './public-pages/unsubscribe.controller';
import { WebController } from './web/web.controller';

/** The pages and live streams that browsers use. */
@Module({
  imports: [AccountsModule, CardPaymentsModule, ClientPageModule, SessionsModule],
  controllers: [
    WebController,
    PublicPagesController,
    AccountPagesController,
    ClientCardController,
    ClientPageController,
    ProgrammeController,
    UnsubscribeController,
  ],
  providers: [ClientPageReply],
})
export class PublicPagesModule {}

export const pages: Feature = { module: PublicPagesModule };
