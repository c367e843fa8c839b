import { Module } from '@nestjs/common';
import type { Feature } from '../kit/feature';
import { httpFaults } from './http.faults';
import { OpenApiController } from './openapi.controller';

@Module({ controllers: [OpenApiController] })
export class ApiModule {}

export const api: Feature = { module: ApiModule, faults: [httpFaults] };
