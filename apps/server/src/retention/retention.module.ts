import { Module } from '@nestjs/common';
import { LinkModule } from '../link/link.module';
import { Retention } from './retention.service';

@Module({ imports: [LinkModule], providers: [Retention] })
export class RetentionModule {}
