import Big from 'big.js';

/** 12345 cents as a price of a document: "123.45". */
export const centsToEuros = (cents: number): string => new Big(cents).div(100).toFixed();
