import type { OpenAPIObject } from '@nestjs/swagger';

type Parameters = NonNullable<NonNullable<OpenAPIObject['components']>['parameters']>;
type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Parameter = NonNullable<Operation['parameters']>[number];

const PLACES = ['path', 'query', 'header', 'cookie'];
/** A parameter that more operations than this have is described once, for all of them. */
const OFTEN = 2;

/**
 * Sorts each operation's parameters in the order of its path, because compilers differ in their order, and describes
 * frequent parameters once. @returns those that are described once
 */
export function tidyParameters(operations: readonly { path: string; operation: Operation }[]): Parameters {
  const uses = new Map<string, number>();
  for (const { path, operation } of operations) {
    operation.parameters = [...(operation.parameters ?? [])].sort(
      (a, b) => place(a, path) - place(b, path) || (nameOf(a) < nameOf(b) ? -1 : 1),
    );
    for (const each of operation.parameters)
      uses.set(JSON.stringify(each), (uses.get(JSON.stringify(each)) ?? 0) + 1);
  }
  const shared: Parameters = {};
  for (const { operation } of operations)
    operation.parameters = operation.parameters?.map((each) => {
      if ((uses.get(JSON.stringify(each)) ?? 0) <= OFTEN || !('name' in each)) return each;
      const name = `${each.in}.${each.name}`;
      shared[name] ??= each;
      const isThis = JSON.stringify(shared[name]) === JSON.stringify(each);
      return isThis ? { $ref: `#/components/parameters/${name}` } : each;
    });
  return shared;
}

const nameOf = (parameter: Parameter): string => ('name' in parameter ? parameter.name : '');

function place(parameter: Parameter, path: string): number {
  if (!('name' in parameter)) return PLACES.length;
  const before = parameter.in === 'path' ? path.indexOf(`{${parameter.name}}`) / path.length : 0;
  return PLACES.indexOf(parameter.in) + before;
}
