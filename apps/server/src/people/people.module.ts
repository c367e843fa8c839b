import { Module } from '@nestjs/common';
import { CategoriesController } from './categories/categories.controller';
import { CategoriesService } from './categories/categories.service';
import { DetailsController } from './details/details.controller';
import { DetailsService } from './details/details.service';
import { OwnDetailsController } from './details/own-details.controller';
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
import { OwnExportService } from './own-export/own-export.service';
import { OwnLanguageService } from './own-language.service';
import { ResidencyService } from './residency.service';

/** The people the network serves. */
@Module({
  controllers: [
    CategoriesController,
    DetailsController,
    GroupsController,
    ImportsController,
    MembersController,
    MyselfController,
    OwnDetailsController,
  ],
  providers: [
    CategoriesService,
    DetailsService,
    ExportService,
    GroupPeopleService,
    GroupsService,
    ImportsService,
    MembersService,
    OwnExportService,
    OwnLanguageService,
    ResidencyService,
    UndoImportService,
  ],
  exports: [MembersService, ResidencyService],
})
export class PeopleModule {}
