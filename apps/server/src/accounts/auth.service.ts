import { Injectable } from '@nestjs/common';
import { type AccountId, Fault } from '@pandafab/shared';
import { type EntityManager, IsNull } from 'typeorm';
import { SignInLimit } from '../limits/sign-in-limit';
import { ReadDatabase } from '../persistence/read-database';
import { UnitOfWork } from '../persistence/unit-of-work';
import { Account } from './account.entity';
import { KnownDevices } from './known-devices';
import { isPassword } from './passwords';
import type { SignedIn } from './session-cookie';
import { SessionsService } from './sessions.service';

export interface Credentials {
  /** Lower case. */
  readonly email: string;
  readonly password: string;
}

/** Signing in and out. */
@Injectable()
export class AuthService {
  constructor(
    private readonly limit: SignInLimit,
    private readonly devices: KnownDevices,
    private readonly unitOfWork: UnitOfWork,
    private readonly read: ReadDatabase,
    private readonly sessions: SessionsService,
  ) {}

  /**
   * Begins a session: the secrets for its cookies. `address` is the network address it is asked from.
   * @throws Fault AUTH.WRONG_CREDENTIALS, the same for an unknown address, a wrong password and a disabled account;
   * AUTH.TOO_MANY_ATTEMPTS {minutes, seconds}.
   */
  async signIn({ email, password }: Credentials, address: string, previous?: string): Promise<SignedIn> {
    const attempt = { email, address, device: await this.devices.find(email) };
    await this.limit.begin(attempt);
    const account = await this.read.of(Account).findOneBy({ email });
    const right = await isPassword(password, account?.passwordHash);
    if (!account || !right || account.disabledAt !== null) throw new Fault('AUTH.WRONG_CREDENTIALS');
    await this.limit.succeed(attempt);
    return this.unitOfWork.run(async (manager) => {
      // Somebody may have chosen another password, or shut the account, while this one was checked.
      const { id, passwordHash } = account;
      if (!(await manager.existsBy(Account, { id, passwordHash, disabledAt: IsNull() })))
        throw new Fault('AUTH.WRONG_CREDENTIALS');
      return this.beginIn(manager, id, previous);
    });
  }

  /** A new secret each time: one that was planted in the browser before does not become a session. */
  async begin(accountId: AccountId, previous?: string): Promise<SignedIn> {
    return this.unitOfWork.run((manager) => this.beginIn(manager, accountId, previous));
  }

  private async beginIn(manager: EntityManager, accountId: AccountId, previous?: string): Promise<SignedIn> {
    if (previous) await this.sessions.end(manager, previous);
    return this.sessions.begin(manager, accountId);
  }

  async signOut(secret: string): Promise<void> {
    await this.unitOfWork.run((manager) => this.sessions.end(manager, secret));
  }
}
