import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { TopicId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { toIsoOrNull } from '../../platform/http/fields';
import { PathId } from '../../platform/http/path-params';
import type { Topic } from './topic.entity';
import {
  NewTopicDto,
  RetiredTopicDto,
  TopicChangesDto,
  TopicDto,
  TopicListDto,
  TopicQueryDto,
} from './topics.dto';
import { TopicsService } from './topics.service';

const viewTopic = ({ retiredAt, audiences, ...topic }: Topic) => ({
  ...topic,
  audiences: [...audiences],
  retiredAt: toIsoOrNull(retiredAt),
});

@ApiTags('activity')
@Controller('v1/topics')
export class TopicsController {
  constructor(private readonly topics: TopicsService) {}

  /** Lists the catalogue of introductions, in its order. */
  @Get()
  @Can('topic.read', 'network')
  @ZodResponse({ type: TopicListDto })
  async list(@Query() query: TopicQueryDto) {
    const { items, total } = await this.topics.list(query);
    return { items: items.map(viewTopic), total };
  }

  /** Adds an introduction to the catalogue. */
  @Post()
  @Can('topic.manage', 'network')
  @ZodResponse({ status: 201, type: TopicDto })
  @Faults('MACHINE.UNKNOWN_KIND', 'TOPIC.NAME_USED')
  async create(@Body() body: NewTopicDto) {
    return viewTopic(await this.topics.create(body));
  }

  /** Shows one introduction. */
  @Get(':id')
  @Can('topic.read', 'network')
  @ZodResponse({ type: TopicDto })
  @Faults('TOPIC.UNKNOWN')
  async get(@PathId() id: TopicId) {
    return viewTopic(await this.topics.get(id));
  }

  /** Changes an introduction. Sessions that exist keep their own title, length, places and price. */
  @Put(':id')
  @Can('topic.manage', 'network')
  @ZodResponse({ type: TopicDto })
  @Faults('MACHINE.UNKNOWN_KIND', 'TOPIC.CHANGED', 'TOPIC.NAME_USED', 'TOPIC.UNKNOWN')
  async change(@PathId() id: TopicId, @Body() body: TopicChangesDto) {
    return viewTopic(await this.topics.change(id, body));
  }

  /** Retires an introduction: no new session can have it. The answer says how many planned sessions keep it. */
  @Post(':id/retire')
  @HttpCode(200)
  @Can('topic.manage', 'network')
  @ZodResponse({ status: 200, type: RetiredTopicDto })
  @Faults('TOPIC.UNKNOWN')
  async retire(@PathId() id: TopicId) {
    const { topic, use } = await this.topics.retire(id);
    const { count, nextAt } = use;
    return { topic: viewTopic(topic), sessionsToCome: count, nextSessionAt: toIsoOrNull(nextAt) };
  }

  /** Makes a retired introduction available again. */
  @Post(':id/restore')
  @HttpCode(200)
  @Can('topic.manage', 'network')
  @ZodResponse({ status: 200, type: TopicDto })
  @Faults('TOPIC.NAME_USED', 'TOPIC.UNKNOWN')
  async restore(@PathId() id: TopicId) {
    return viewTopic(await this.topics.restore(id));
  }
}
