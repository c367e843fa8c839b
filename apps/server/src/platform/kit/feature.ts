import type { DynamicModule, Type } from '@nestjs/common';
import type { MigrationInterface } from 'typeorm';

/**
 * The parts that a folder of the server gives to `app/`, which builds the service from all of them. Folders of the
 * platform add a field next to the type of its values (`declare module`), such as queue jobs in
 * `platform/queues/queue-job.ts`.
 */
export interface Feature {
  readonly module?: Type | DynamicModule;
  /** Entities, each in the feature of the folder that writes it. */
  readonly tables?: readonly Type[];
  /** Changes of its tables since the folder exists; earlier migrations are in `app/migrations`. */
  readonly migrations?: readonly Type<MigrationInterface>[];
}

/** The features of the service, for what a folder gathers from all of them when it is needed. */
export const FEATURES = Symbol('Features');
