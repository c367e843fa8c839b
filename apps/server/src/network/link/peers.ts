import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { LinkPrincipal } from '@pandafab/lab-link';
import type { LabId } from '@pandafab/shared';
import { Registry } from '../../platform/kit/registry';

/** What the link needs to know about the agents and line bridges at its other end. */
export interface PeerBook {
  /** The identity of an MQTT user; undefined where there is no such user, or the secret is wrong. */
  identify(username: string, secret: string): Promise<LinkPrincipal | undefined>;
  /** The current epoch of each of these labs that has an agent; 0 before its first hello. */
  epochs(labIds: readonly LabId[]): Promise<ReadonlyMap<LabId, number>>;
}

const BOOK = 'peers';

/** Where the link asks about agents and line bridges. network/agents knows them, and registers here. */
@Injectable()
export class Peers implements OnApplicationBootstrap, PeerBook {
  private readonly books = new Registry<typeof BOOK, PeerBook>('book of the link’s');

  register(book: PeerBook): void {
    this.books.register(BOOK, book);
  }

  onApplicationBootstrap(): void {
    this.books.assertComplete([BOOK]);
  }

  identify(username: string, secret: string): Promise<LinkPrincipal | undefined> {
    return this.books.get(BOOK).identify(username, secret);
  }

  epochs(labIds: readonly LabId[]): Promise<ReadonlyMap<LabId, number>> {
    return this.books.get(BOOK).epochs(labIds);
  }
}
