import { Injectable } from '@nestjs/common';
import { type AccountId, Fault } from '@pandafab/shared';
import { IsNull } from 'typeorm';
import type { SignedIn } from '../../platform/http/session-cookie';
import { SignInLimit } from '../../platform/limits/sign-in-limit';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { Account } from './account.entity';
import { KnownDevices } from './known-devices';
import { isPassword } from './passwords';
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
   * Begins a session and returns the secrets for its cookies. `address` is the caller's network address.
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
    return this.unitOfWork.run(async (unit) => {
      // Another request may have changed the password, or disabled the account, while this one was checked.
      const { id, passwordHash } = account;
      if (!(await unit.manager.existsBy(Account, { id, passwordHash, disabledAt: IsNull() })))
        throw new Fault('AUTH.WRONG_CREDENTIALS');
      return this.beginIn(unit, id, previous);
    });
  }

  /**
   * A new secret each time, so that a cookie planted in the browser before cannot become a session (session fixation).
   */
  async begin(accountId: AccountId, previous?: string): Promise<SignedIn> {
    return this.unitOfWork.run((unit) => this.beginIn(unit, accountId, previous));
  }

  private async beginIn(unit: Unit, accountId: AccountId, previous?: string): Promise<SignedIn> {
    if (previous) await this.sessions.end(unit, previous);
    return this.sessions.begin(unit, accountId);
  }

  async signOut(secret: string): Promise<void> {
    await this.unitOfWork.run((unit) => this.sessions.end(unit, secret));
  }
}
