import { isSecure, valueFor } from './parts-of-address';

const address = {
  address: 'https://fab.example.org/s/fontaine-d-ouche/prusa-mk4-du-premier',
  shortAddress: 'https://fab.example.org/s/0123456789ab/ba9876543210',
};
const made = { id: '1', token: 'a-secret', slicerUser: 'camille-4f2a' };

describe('what goes into a field of a slicer', () => {
  it('is the address as the server says it, with a slash for the plugin that demands one', () => {
    expect(valueFor('address', address, undefined)).toBe(address.address);
    expect(valueFor('addressWithSlash', address, undefined)).toBe(`${address.address}/`);
  });

  it('is the short address in parts for Cura, with the port that browsers leave out', () => {
    expect(valueFor('port', address, undefined)).toBe('443');
    expect(valueFor('path', address, undefined)).toBe('/s/0123456789ab/ba9876543210');
    expect(isSecure(address)).toBe(true);
    const local = { ...address, shortAddress: 'http://localhost:3000/s/a' };
    expect(valueFor('port', local, undefined)).toBe('3000');
    expect(isSecure(local)).toBe(false);
    expect(valueFor('port', { ...address, shortAddress: 'http://fab.lan/s/a' }, undefined)).toBe('80');
  });

  it('is nothing until a token is made', () => {
    expect(valueFor('token', address, undefined)).toBeUndefined();
    expect(valueFor('token', address, made)).toBe('a-secret');
    expect(valueFor('user', address, made)).toBe('camille-4f2a');
  });
});
