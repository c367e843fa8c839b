import { newKey } from '../submit/new-key';

/** A key of a payment, as a UUID: the server books a repetition with the same key once. */
export const bookingKey = (): string =>
  newKey().replace(/^(.{8})(.{4})(.)(.{3})(.)(.{3})(.{12})$/, '$1-$2-4$4-8$6-$7');
