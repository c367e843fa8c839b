import { Module } from '@nestjs/common';

/** Members, organisations, and who may sign in. */
@Module({})
export class AccountsModule {}
