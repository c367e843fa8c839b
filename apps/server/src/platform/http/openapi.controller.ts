import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { SignedIn } from './access';

/** The repository's own file: this file runs from apps/ and, compiled, from somewhere under dist/. */
function findDescription(from: string): string {
  const here = join(from, 'openapi.json');
  const parent = dirname(from);
  return existsSync(here) || parent === from ? here : findDescription(parent);
}

/**
 * The API's description: openapi.json, of which `npm run check` proves that it is what the code says. Describing the
 * API from the code takes seconds, in which a running server would answer no one.
 */
@ApiExcludeController()
@SignedIn('account:read')
@Controller('openapi.json')
export class OpenApiController {
  private text: string | undefined;

  @Get()
  @Header('content-type', 'application/json; charset=utf-8')
  async describe(): Promise<string> {
    this.text ??= JSON.stringify(JSON.parse(await readFile(findDescription(__dirname), 'utf8')));
    return this.text;
  }
}
