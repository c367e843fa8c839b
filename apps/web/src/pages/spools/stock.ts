import type { Spool } from '../../api/queries';

/** With less than this, most prints cannot finish. */
const LOW_GRAMS = 150;

type Stock = 'enough' | 'low' | 'empty';

/** The fill level of a spool, in one word. */
export function stockOf({ gramsLeft }: Pick<Spool, 'gramsLeft'>): Stock {
  if (gramsLeft <= 0) return 'empty';
  return gramsLeft < LOW_GRAMS ? 'low' : 'enough';
}
