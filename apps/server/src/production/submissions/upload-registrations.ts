import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ContentReferences } from '../../platform/content-references/content-references';
import { byAccount, rowsOf } from '../../platform/personal-data/personal-rows';
import { PersonalTables } from '../../platform/personal-data/personal-tables';
import { Upload } from './upload.entity';

/** Registers the answers that other modules need about uploads. */
@Injectable()
export class UploadRegistrations implements OnModuleInit {
  constructor(
    private readonly personal: PersonalTables,
    private readonly contents: ContentReferences,
  ) {}

  onModuleInit(): void {
    this.personal.register('uploads', rowsOf(Upload, byAccount));
    this.contents.register('uploads', { entity: Upload, column: 'fileSha256' });
  }
}
