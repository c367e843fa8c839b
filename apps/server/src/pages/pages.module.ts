import { Module } from '@nestjs/common';
import { AccountsModule } from '../people/accounts/accounts.module';
import type { Feature } from '../platform/kit/feature';
import { AccountPagesController } from './public-pages/account-pages.controller';
import { PublicPagesController } from './public-pages/public-pages.controller';
import { WebController } from './web/web.controller';

/** The pages and live streams that browsers use. */
@Module({
  imports: [AccountsModule],
  controllers: [WebController, PublicPagesController, AccountPagesController],
})
export class PublicPagesModule {}

export const pages: Feature = { module: PublicPagesModule };
