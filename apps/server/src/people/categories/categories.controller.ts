import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ZodResponse } from 'nestjs-zod';
import { Can } from '../../accounts/access';
import { toIsoOrNull } from '../../api/fields';
import type { MemberCategory } from '../member-category.entity';
import {
  CategoryChangesDto,
  CategoryDto,
  CategoryListDto,
  CategoryParamDto,
  NewCategoryDto,
} from './categories.dto';
import { CategoriesService } from './categories.service';

const view = ({ retiredAt, ...category }: MemberCategory) => ({
  ...category,
  retiredAt: toIsoOrNull(retiredAt),
});

@ApiTags('members')
@Controller('v1/categories')
export class CategoriesController {
  constructor(private readonly categories: CategoriesService) {}

  @ApiOperation({ summary: 'What members and groups may be registered as, retired categories too' })
  @Can('category.read', 'network')
  @ZodResponse({ type: CategoryListDto })
  @Get()
  async list() {
    const items = (await this.categories.list()).map(view);
    return { items, total: items.length };
  }

  @ApiOperation({ summary: 'Make a category' })
  @Can('category.manage', 'network')
  @ZodResponse({ status: 201, type: CategoryDto })
  @Post()
  async create(@Body() body: NewCategoryDto) {
    return view(await this.categories.create(body));
  }

  @ApiOperation({ summary: 'Change what is given of a category' })
  @Can('category.manage', 'network')
  @ZodResponse({ type: CategoryDto })
  @Patch(':code')
  async change(@Param() { code }: CategoryParamDto, @Body() body: CategoryChangesDto) {
    return view(await this.categories.change(code, body));
  }

  @ApiOperation({ summary: 'Retire a category: nobody new gets it, and those that have it keep it' })
  @Can('category.manage', 'network')
  @ZodResponse({ status: 200, type: CategoryDto })
  @HttpCode(200)
  @Post(':code/retire')
  async retire(@Param() { code }: CategoryParamDto) {
    return view(await this.categories.setRetired(code, true));
  }

  @ApiOperation({ summary: 'Give a retired category to members again' })
  @Can('category.manage', 'network')
  @ZodResponse({ status: 200, type: CategoryDto })
  @HttpCode(200)
  @Post(':code/restore')
  async restore(@Param() { code }: CategoryParamDto) {
    return view(await this.categories.setRetired(code, false));
  }
}
