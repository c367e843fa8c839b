import { Global, Module } from '@nestjs/common';
import { GuardService } from './guard.service';
import { ProfileCatalogue } from './profile-catalogue';

@Global()
@Module({ providers: [GuardService, ProfileCatalogue], exports: [GuardService, ProfileCatalogue] })
export class GuardModule {}
