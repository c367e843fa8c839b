import { demandDecimalText } from './decimal';

/** A typed amount in euros as cents: “12,5” is 1250. @throws Problem that names the field */
export const centsOf = (name: string, typed: string): number =>
  Math.round(Number(demandDecimalText(name, typed)) * 100);
