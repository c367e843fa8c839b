import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { z } from 'zod';
import { Can } from '../http/access';
import { Faults } from '../http/faults';
import { instant, pageSchema, partOf, toIso } from '../http/fields';
import { PathText } from '../http/path-params';
import { DeadLettersService } from './dead-letters.service';

const letterSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    data: z.record(z.string(), z.unknown()),
    error: z.string().describe('Error of the last attempt'),
    attempts: z.number().int(),
    firstFailedAt: instant,
    lastFailedAt: instant,
  })
  .meta({ id: 'DeadLetter' });
class LetterListDto extends createZodDto(partOf(letterSchema)) {}
class LetterQueryDto extends createZodDto(pageSchema) {}

/** Steps of the service that failed at every attempt. */
@ApiTags('queues')
@Can('queue.manage', 'network')
@Controller('v1/queues/dead-letters')
export class DeadLettersController {
  constructor(private readonly letters: DeadLettersService) {}

  /** Lists the steps of the service that failed at every attempt, newest first. */
  @Get()
  @ZodResponse({ type: LetterListDto })
  async list(@Query() query: LetterQueryDto) {
    const { items, ...where } = await this.letters.list(query);
    const view = items.map((letter) => ({
      ...letter,
      data: letter.data as Record<string, unknown>,
      firstFailedAt: toIso(letter.firstFailedAt),
      lastFailedAt: toIso(letter.lastFailedAt),
    }));
    return { items: view, ...where };
  }

  /** Runs a failed step again. It leaves the list once it has succeeded. */
  @Post(':id/replay')
  @HttpCode(202)
  @Faults('QUEUE.NO_SUCH_LETTER')
  async replay(@PathText('id') id: string): Promise<void> {
    await this.letters.replay(id);
  }
}
