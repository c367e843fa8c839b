import type { IndicatorQuery } from '../scope';
import { costs } from './costs';
import { incomeServices } from './income-services';
import { subsidyReceived } from './subsidy-received';

/** Income and subsidy minus costs. */
export const result: IndicatorQuery = {
  code: 'result',
  async read(manager, scope) {
    const subsidy = await subsidyReceived.read(manager, scope, {});
    const spent = await costs.read(manager, scope, {});
    if (subsidy === null || spent === null) return null;
    return ((await incomeServices.read(manager, scope, {})) ?? 0) + subsidy - spent;
  },
};
