import { Inject, Injectable } from '@nestjs/common';
import { Registry } from '../../platform/kit/registry';
import { type AnyNoticeKind, NOTICE_KINDS, type NoticeDetails, type NoticeKind } from './notice-kind';

/** The kinds of notices of all features. */
export const ALL_NOTICE_KINDS = Symbol('NoticeKinds');

/** All kinds of notices, by name. */
@Injectable()
export class NoticeCatalogue {
  private readonly kinds = new Registry<string, NoticeKind<NoticeDetails>>('kind of notice');

  /** @throws Error when a kind is defined twice, or when no feature defines one of `NOTICE_KINDS` */
  constructor(@Inject(ALL_NOTICE_KINDS) all: readonly AnyNoticeKind[]) {
    // The details in the database are of the same kind: `notify` wrote them.
    for (const kind of all) this.kinds.register(kind.name, kind as unknown as NoticeKind<NoticeDetails>);
    this.kinds.assertComplete(NOTICE_KINDS);
  }

  /** False for a kind of another version. */
  knows(name: string): boolean {
    return this.kinds.has(name);
  }

  /** @throws Error for a kind of another version */
  of(name: string): NoticeKind<NoticeDetails> {
    return this.kinds.get(name);
  }

  /** All kinds, in the order in which people see them. */
  all(): NoticeKind<NoticeDetails>[] {
    return NOTICE_KINDS.map((name) => this.kinds.get(name));
  }
}
