import { Module } from '@nestjs/common';
import type { Feature } from '../kit/feature';
import { httpFaults } from './http.faults';
import { ApiDescription, OpenApiController } from './openapi.controller';

@Module({ controllers: [OpenApiController], providers: [ApiDescription] })
export class ApiModule {}

export const api: Feature = { module: ApiModule, faults: [httpFaults] };
