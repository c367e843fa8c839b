import { Member } from '../../../people/members/member.entity';
import { inInstants, ofLab } from '../reads/conditions';
import type { IndicatorQuery } from '../scope';

/** Members who joined. */
export const newMembers: IndicatorQuery = {
  code: 'new-members',
  read(manager, scope) {
    const query = manager.createQueryBuilder(Member, 'member').where('1 = 1');
    return ofLab(inInstants(query, 'member.createdAt', scope), 'member.homeLabId', scope).getCount();
  },
};
