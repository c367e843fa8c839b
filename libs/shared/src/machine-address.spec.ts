import {
  credentialsIn,
  hasOnlyKnownOptions,
  hostOf,
  withCredentials,
  withoutSecrets,
} from './machine-address';

describe('an address of a machine', () => {
  it.each([
    ['mqtt://ana:s3cret@broker/base', 'mqtt://broker/base'],
    ['mqtts://ana:s3cret@broker:8883/base?qos=0', 'mqtts://broker:8883/base?qos=0'],
    ['mqtt://ana:s3@cret@broker/base', 'mqtt://broker/base'],
    ['mqtt://ana:s3/cret@broker/base', 'mqtt://broker/base'],
    ['mqtt://ana:s3?cret@broker/base', 'mqtt://broker/base'],
    ['mqtt://ana:s3#cret@broker/base', 'mqtt://broker/base'],
    ['mqtt://s3cret@broker/base', 'mqtt://broker/base'],
    ['MQTT://ana:s3cret@broker/base', 'MQTT://broker/base'],
    ['tcp://ana:s3cret@printer:8080', 'tcp://printer:8080'],
    ['mqtt://broker/base?token=s3cret', 'mqtt://broker/base?***'],
    ['mqtt://broker/base?s3cret', 'mqtt://broker/base?***'],
    ['mqtt://broker/base?qos=0&password=s3cret&batch=1', 'mqtt://broker/base?qos=0&***&batch=1'],
    ['mqtt://broker/base?qos=s3cret', 'mqtt://broker/base?***'],
    ['mqtt://broker/base#s3cret', 'mqtt://broker/base#***'],
    ['/dev/ttyUSB0?key=s3cret', '/dev/ttyUSB0?***'],
    ['bridge:?qos=0&apikey=s3cret', 'bridge:?qos=0&***'],
    ['mqtt://ana:s3cret\n@broker/base', 'mqtt://broker/base'],
  ])('%j is shown as %j', (address, shown) => {
    expect(withoutSecrets(address)).toBe(shown);
  });

  it.each([
    '/dev/serial/by-id/usb-Prusa_Research__prusa3d.com__MK3-if00',
    '/dev/ttyUSB0?dtr=clear',
    'COM3',
    'tcp://printer:8080',
    'mqtt://broker:1884/labs/one@two/panda?qos=0&framing=base64&batch=0&ca=/etc/ssl/lab.pem',
    'bridge:?qos=2',
    'virtual:?speed=20&size=250x210x210',
  ])('%s contains no secret, and is shown whole', (address) => {
    expect(withoutSecrets(address)).toBe(address);
    expect(hasOnlyKnownOptions(address)).toBe(true);
  });

  it('can be split from its user name and password, and joined with them again', () => {
    const whole = 'mqtt://ana%40lab:p%2F%3A%25@broker/base?qos=0';
    const credentials = { username: 'ana@lab', password: 'p/:%' };
    expect(credentialsIn(whole)).toEqual(credentials);
    expect(withCredentials(withoutSecrets(whole), credentials)).toBe(whole);
    expect(credentialsIn('mqtt://ana:100%@broker/base')).toEqual({ username: 'ana', password: '100%' });
    expect(credentialsIn('mqtt://broker/base')).toBeNull();
    expect(credentialsIn('/dev/ttyUSB0')).toBeNull();
  });

  it('names another host when protocol, name or port differs', () => {
    const host = hostOf('mqtt://broker/base');
    expect(hostOf('mqtt://BROKER:1883/other?qos=0')).toBe(host);
    for (const other of ['mqtts://broker/base', 'mqtt://broker:1884/base', 'mqtt://broker.evil/base'])
      expect(hostOf(other)).not.toBe(host);
    expect(hostOf('tcp://broker:1883')).toBeNull();
  });
});
