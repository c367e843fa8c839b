import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ArticleId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { toIso, toIsoOrNull } from '../../platform/http/fields';
import { PathId } from '../../platform/http/path-params';
import {
  ArticleChangesDto,
  ArticleDto,
  ArticleListDto,
  ArticleSearchDto,
  type ArticleView,
  NewArticleDto,
} from './article.dto';
import type { Article } from './article.entity';
import { ArticlesService } from './articles.service';

const viewArticle = ({ createdAt, archivedAt, ...article }: Article): ArticleView => ({
  ...article,
  createdAt: toIso(createdAt),
  archivedAt: toIsoOrNull(archivedAt),
});

@ApiTags('billing')
@Controller('v1/articles')
export class ArticlesController {
  constructor(private readonly articles: ArticlesService) {}

  /** Lists the articles of the catalogue; `search` finds words of the code and of both names. */
  @Get()
  @Can('prestation.read', 'network')
  @ZodResponse({ type: ArticleListDto })
  async list(@Query() search: ArticleSearchDto) {
    const { items, ...where } = await this.articles.list(search);
    return { items: items.map(viewArticle), ...where };
  }

  /** Adds an article to the catalogue. */
  @Post()
  @Can('prestation.manage', 'network')
  @ZodResponse({ status: 201, type: ArticleDto })
  @Faults('ARTICLE.CODE_USED')
  async create(@Body() body: NewArticleDto) {
    return viewArticle(await this.articles.create(body));
  }

  /** Shows one article. */
  @Get(':id')
  @Can('prestation.read', 'network')
  @ZodResponse({ type: ArticleDto })
  @Faults('ARTICLE.UNKNOWN')
  async get(@PathId() id: ArticleId) {
    return viewArticle(await this.articles.get(id));
  }

  /** Changes the fields of an article that are in the request. Lines that were copied from it stay as they are. */
  @Patch(':id')
  @Can('prestation.manage', 'network')
  @ZodResponse({ type: ArticleDto })
  @Faults('ARTICLE.CODE_USED', 'ARTICLE.UNKNOWN')
  async change(@PathId() id: ArticleId, @Body() body: ArticleChangesDto) {
    return viewArticle(await this.articles.change(id, body));
  }

  /** Archives an article: it is offered for no new line. */
  @Post(':id/archive')
  @HttpCode(200)
  @Can('prestation.manage', 'network')
  @ZodResponse({ status: 200, type: ArticleDto })
  @Faults('ARTICLE.UNKNOWN')
  async archive(@PathId() id: ArticleId) {
    return viewArticle(await this.articles.archive(id));
  }

  /** Restores an archived article. */
  @Post(':id/restore')
  @HttpCode(200)
  @Can('prestation.manage', 'network')
  @ZodResponse({ status: 200, type: ArticleDto })
  @Faults('ARTICLE.UNKNOWN')
  async restore(@PathId() id: ArticleId) {
    return viewArticle(await this.articles.restore(id));
  }
}
