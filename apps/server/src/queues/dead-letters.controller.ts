import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { z } from 'zod';
import { Can } from '../accounts/access';
import { instant, pageSchema, partOf, toIso } from '../api/fields';
import { DeadLettersService } from './dead-letters.service';

const letterSchema = z.object({
  id: z.string(),
  name: z.string(),
  data: z.record(z.string(), z.unknown()),
  error: z.string().describe('Of the last attempt'),
  attempts: z.number().int(),
  firstFailedAt: instant,
  lastFailedAt: instant,
});
class LetterListDto extends createZodDto(partOf(letterSchema)) {}
class LetterQueryDto extends createZodDto(pageSchema) {}

/** Steps of the service that failed at every attempt. */
@ApiTags('queues')
@Can('queue.manage', 'network')
@Controller('v1/queues/dead-letters')
export class DeadLettersController {
  constructor(private readonly letters: DeadLettersService) {}

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

  /** Has the step done again; it is gone from the list once it is done. */
  @Post(':id/replay')
  @HttpCode(202)
  async replay(@Param('id') id: string): Promise<void> {
    await this.letters.replay(id);
  }
}
