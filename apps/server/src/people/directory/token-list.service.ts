import { Injectable } from '@nestjs/common';
import type { MemberId } from '@pandafab/shared';
import type { Search } from '../../platform/http/fields';
import { latestFirst, readPart } from '../../platform/persistence/keyset';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { containing } from '../../platform/persistence/search';
import { Account, ApiToken } from '../accounts/account.entity';
import { viewToken } from '../accounts/token-view';
import { MemberContact } from '../members/member.entity';

type OwnedToken = ApiToken & {
  readonly account: { readonly memberId: MemberId };
  readonly contact: MemberContact | null;
};

/** The API tokens of all accounts, for administrators. */
@Injectable()
export class TokenListService {
  constructor(private readonly read: ReadDatabase) {}

  /** Latest created first. `search` finds words of the token's name, of its owner's name, or of their address. */
  async list({ search, ...page }: Search) {
    const query = this.read
      .of(ApiToken)
      .createQueryBuilder('token')
      .innerJoinAndMapOne('token.account', Account, 'account', 'account.id = token.accountId')
      .leftJoinAndMapOne('token.contact', MemberContact, 'contact', 'contact.memberId = account.memberId');
    if (search) {
      const columns = ['LOWER(token.name)', 'contact.foldedName', 'account.email'];
      const found = columns.map((column) => `${column} LIKE :words ESCAPE '\\'`).join(' OR ');
      query.andWhere(`(${found})`, { words: containing(search) });
    }
    const { items, ...where } = await readPart(query, latestFirst<ApiToken>('token', 'createdAt'), page);
    return { items: (items as OwnedToken[]).map(viewOwned), ...where };
  }
}

const viewOwned = ({ account, contact, ...token }: OwnedToken) => ({
  ...viewToken(token),
  owner: { memberId: account.memberId, displayName: contact?.displayName ?? '—' },
});
