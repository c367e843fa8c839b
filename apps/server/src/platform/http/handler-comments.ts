import type { INestApplication } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';

/** The description of an operation, from its handler's comment: the first sentence, and the others. */
export interface OperationWords {
  readonly summary: string;
  readonly description?: string;
}

/** A doc comment, and the method after it. */
const COMMENTED = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?:async\s+)?(\w+)\(/g;

/**
 * Reads the comments of all handlers from the source text of their classes, in which tsc and swc both keep them, so
 * that a build, a test and the running service give the same description.
 */
export function readHandlerComments(app: INestApplication): ReadonlyMap<string, OperationWords> {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [
    ...module.controllers.values(),
  ]);
  return new Map(controllers.flatMap(({ metatype }) => (metatype ? commentsOf(metatype) : [])));
}

/** @returns pairs of `JobsController.cancel` and its words */
export function commentsOf(controller: { readonly name: string }): [string, OperationWords][] {
  return [...String(controller).matchAll(COMMENTED)].flatMap(([, comment = '', method = '']) => {
    const words = wordsOf(comment);
    return words ? [[`${controller.name}.${method}`, words]] : [];
  });
}

function wordsOf(comment: string): OperationWords | undefined {
  const text = comment
    .split('\n')
    .map((line) => line.replace(/^\s*\*/, '').trim())
    .join(' ')
    .replace(/\s@[a-z]+ .*$/, '')
    .trim();
  if (!text) return undefined;
  const [, summary = text, description = ''] = /^(.*?[.?])\s+(.*)$/.exec(text) ?? [];
  return { summary, ...(description && { description }) };
}
