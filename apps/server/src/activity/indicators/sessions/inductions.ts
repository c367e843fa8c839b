import { Induction } from '../../../people/inductions/induction.entities';
import { inInstants, ofLab } from '../reads/conditions';
import type { IndicatorQuery } from '../scope';

/** Rights to use machines that were granted. */
export const inductions: IndicatorQuery = {
  code: 'inductions',
  read(manager, scope, { machineKind }) {
    const query = manager.createQueryBuilder(Induction, 'induction').where('1 = 1');
    if (machineKind !== undefined) query.andWhere('induction.kind = :machineKind', { machineKind });
    return ofLab(inInstants(query, 'induction.grantedAt', scope), 'induction.labId', scope).getCount();
  },
};
