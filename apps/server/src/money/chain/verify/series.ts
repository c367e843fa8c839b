import { Fault } from '@pandafab/shared';

/** `FA-2026-000042`: the series and the place in it. */
const NUMBER = /^(.*-)(\d+)$/;

/** Checks that the documents of each series are numbered from 1 on without gap. */
export class SeriesChecker {
  private readonly last = new Map<string, number>();

  /**
   * @param number of the next document, in the order of the chain
   * @throws Fault CHAIN.NUMBER_MISSING {number: the one that is missing, next}
   */
  check(number: string): void {
    const [, series = number, digits = '1'] = NUMBER.exec(number) ?? [];
    const expected = (this.last.get(series) ?? 0) + 1;
    if (Number(digits) !== expected)
      throw new Fault('CHAIN.NUMBER_MISSING', {
        number: `${series}${String(expected).padStart(digits.length, '0')}`,
        next: number,
      });
    this.last.set(series, expected);
  }
}
