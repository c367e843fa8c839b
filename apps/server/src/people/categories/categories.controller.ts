import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ZodResponse } from 'nestjs-zod';
import { Can } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { toIsoOrNull } from '../../platform/http/fields';
import { PathCode } from '../../platform/http/path-params';
import { CategoryChangesDto, CategoryDto, CategoryListDto, NewCategoryDto } from './categories.dto';
import { CategoriesService } from './categories.service';
import type { MemberCategory } from './member-category.entity';

const viewCategory = ({ retiredAt, ...category }: MemberCategory) => ({
  ...category,
  retiredAt: toIsoOrNull(retiredAt),
});

@ApiTags('members')
@Controller('v1/categories')
export class CategoriesController {
  constructor(private readonly categories: CategoriesService) {}

  /** Lists the categories of members and groups, including retired ones. */
  @Can('category.read', 'network')
  @ZodResponse({ type: CategoryListDto })
  @Get()
  async list() {
    const items = (await this.categories.list()).map(viewCategory);
    return { items, total: items.length };
  }

  /** Creates a category of members. */
  @Can('category.manage', 'network')
  @ZodResponse({ status: 201, type: CategoryDto })
  @Post()
  @Faults('CATEGORY.TAKEN')
  async create(@Body() body: NewCategoryDto) {
    return viewCategory(await this.categories.create(body));
  }

  /** Changes the fields of a category that are in the request. */
  @Can('category.manage', 'network')
  @ZodResponse({ type: CategoryDto })
  @Patch(':code')
  @Faults('CATEGORY.UNKNOWN')
  async change(@PathCode() code: string, @Body() body: CategoryChangesDto) {
    return viewCategory(await this.categories.change(code, body));
  }

  /** Retires a category: no further member can get it, and members who have it keep it. */
  @Can('category.manage', 'network')
  @ZodResponse({ status: 200, type: CategoryDto })
  @HttpCode(200)
  @Post(':code/retire')
  @Faults('CATEGORY.DEFAULT', 'CATEGORY.UNKNOWN')
  async retire(@PathCode() code: string) {
    return viewCategory(await this.categories.setRetired(code, true));
  }

  /** Makes a retired category available again. */
  @Can('category.manage', 'network')
  @ZodResponse({ status: 200, type: CategoryDto })
  @HttpCode(200)
  @Post(':code/restore')
  @Faults('CATEGORY.DEFAULT', 'CATEGORY.UNKNOWN')
  async restore(@PathCode() code: string) {
    return viewCategory(await this.categories.setRetired(code, false));
  }
}
