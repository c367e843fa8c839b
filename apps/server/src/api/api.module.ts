import { Module } from '@nestjs/common';
import { ApiDescription, OpenApiController } from './openapi.controller';

@Module({ controllers: [OpenApiController], providers: [ApiDescription] })
export class ApiModule {}
