import { Controller, Get, Injectable } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import { SignedIn } from './access';

/** The API's description. Building it takes a moment and needs the whole application: once, when first asked for. */
@Injectable()
export class ApiDescription {
  private document: OpenAPIObject | undefined;
  private build: (() => OpenAPIObject) | undefined;

  /** Sets the function that builds the description: `createApp` calls it once the application is built. */
  from(build: () => OpenAPIObject): void {
    this.build = build;
  }

  /** @throws Error when `from` has not been called */
  get(): OpenAPIObject {
    this.document ??= this.build?.();
    if (!this.document) throw new Error('createApp has not said how to describe the API');
    return this.document;
  }
}

@ApiExcludeController()
@SignedIn('account:read')
@Controller('openapi.json')
export class OpenApiController {
  constructor(private readonly description: ApiDescription) {}

  @Get()
  describe(): OpenAPIObject {
    return this.description.get();
  }
}
