import { describeFault, Fault } from '@pandafab/shared';
import { requestFault } from './request-fault';

const coded = (code: string) => Object.assign(new Error('failed'), { code });

describe('an error of the service’s system or database', () => {
  it.each([
    ['SQLITE_FULL', 507, 'REQUEST.DISK_FULL'],
    ['ENOSPC', 507, 'REQUEST.DISK_FULL'],
    ['EDQUOT', 507, 'REQUEST.DISK_FULL'],
    ['53100', 507, 'REQUEST.DISK_FULL'],
    ['SQLITE_BUSY', 503, 'REQUEST.DATABASE_LOCKED'],
    ['55P03', 503, 'REQUEST.DATABASE_LOCKED'],
    ['40P01', 503, 'REQUEST.DATABASE_LOCKED'],
    ['40001', 503, 'REQUEST.DATABASE_LOCKED'],
    ['57014', 503, 'REQUEST.DATABASE_LOCKED'],
    ['EMFILE', 503, 'REQUEST.BUSY'],
    ['53200', 503, 'REQUEST.BUSY'],
    ['53300', 503, 'REQUEST.BUSY'],
    ['SQLITE_IOERR_WRITE', 503, 'REQUEST.DISK_BROKEN'],
    ['EIO', 503, 'REQUEST.DISK_BROKEN'],
    ['EROFS', 503, 'REQUEST.DISK_BROKEN'],
    ['EACCES', 503, 'REQUEST.DISK_BROKEN'],
    ['58030', 503, 'REQUEST.DISK_BROKEN'],
    ['25006', 503, 'REQUEST.DISK_BROKEN'],
    ['ECONNREFUSED', 503, 'REQUEST.DATABASE_AWAY'],
    ['57P01', 503, 'REQUEST.DATABASE_AWAY'],
  ])('%s is answered %i, as %s', (code, status, fault) => {
    const found = requestFault(coded(code));
    expect(found?.code).toBe(fault);
    expect(found && describeFault(found, 'en').status).toBe(status);
  });

  it('gives no fault for an unrelated error', () => {
    for (const error of [
      coded('23505'),
      coded('FST_ERR'),
      new Error('x'),
      undefined,
      new Fault('LAB.UNKNOWN'),
    ])
      expect(requestFault(error)).toBeUndefined();
  });
});
