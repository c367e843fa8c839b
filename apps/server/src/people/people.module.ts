import { Module } from '@nestjs/common';
import { GroupPeopleService } from './groups/group-people.service';
import { GroupsController } from './groups/groups.controller';
import { GroupsService } from './groups/groups.service';
import { ExportService } from './import/export.service';
import { ImportsController } from './import/imports.controller';
import { ImportsService } from './import/imports.service';
import { UndoImportService } from './import/undo-import.service';
import { MembersController } from './members.controller';
import { MembersService } from './members.service';
import { MyselfController } from './myself.controller';
import { ResidencyService } from './residency.service';

/** The people the network serves. */
@Module({
  controllers: [GroupsController, ImportsController, MembersController, MyselfController],
  providers: [
    ExportService,
    GroupPeopleService,
    GroupsService,
    ImportsService,
    MembersService,
    ResidencyService,
    UndoImportService,
  ],
  exports: [MembersService, ResidencyService],
})
export class PeopleModule {}
