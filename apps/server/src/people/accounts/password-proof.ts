import { Injectable } from '@nestjs/common';
import { Fault } from '@pandafab/shared';
import { currentRequest } from '../../platform/kit/request-context';
import { SignInLimit } from '../../platform/limits/sign-in-limit';
import type { Account } from './account.entity';
import { KnownDevices } from './known-devices';
import { isPassword } from './passwords';

/**
 * Asks for the password again before actions that a stolen session must not do. The rate limit of the sign-in applies,
 * and failures count for both, so that an attacker cannot avoid one limit through the other.
 */
@Injectable()
export class PasswordProof {
  constructor(
    private readonly limit: SignInLimit,
    private readonly devices: KnownDevices,
  ) {}

  /** @throws Fault AUTH.WRONG_PASSWORD, AUTH.TOO_MANY_ATTEMPTS {minutes, seconds} */
  async demand({ email, passwordHash }: Account, password: string): Promise<void> {
    const address = currentRequest()?.address ?? '';
    const attempt = { email, address, device: await this.devices.find(email) };
    await this.limit.begin(attempt);
    if (!(await isPassword(password, passwordHash))) throw new Fault('AUTH.WRONG_PASSWORD');
    await this.limit.succeed(attempt);
  }
}
