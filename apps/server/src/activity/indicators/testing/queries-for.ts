import type { IndicatorCode } from '@pandafab/domain';
import type { EntityManager } from 'typeorm';
import { readIndicator } from '../queries';
import { scopeOf } from '../scope';

type Asked = Parameters<typeof scopeOf>[0];

/** Single figures, for tests. */
export const queriesFor = (manager: EntityManager, asked: Asked) => ({
  read: (period: string, code: string, parameters: Readonly<Record<string, string>> = {}) =>
    readIndicator(manager, scopeOf(asked, period), code as IndicatorCode, parameters),
});
