import { Module } from '@nestjs/common';
import { MembersController } from './members.controller';
import { MembersService } from './members.service';
import { ResidencyService } from './residency.service';

/** The people the network serves. */
@Module({
  controllers: [MembersController],
  providers: [MembersService, ResidencyService],
  exports: [MembersService, ResidencyService],
})
export class PeopleModule {}
