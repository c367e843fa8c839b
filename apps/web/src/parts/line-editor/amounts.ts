import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Sheet } from './kept-sheet';

/** Amounts that the server calculated, net of VAT. */
export interface Amounts {
  /** One for each row, in their order; null where the figures typed are not complete. */
  readonly rows: readonly (number | null)[];
  readonly linesCents: number;
  readonly discountCents: number;
  readonly netCents: number;
  /** False: some row is not complete, so the totals are without it. */
  readonly isWhole: boolean;
}

export type Calculate = (sheet: Sheet) => Promise<Amounts>;

/** How long a person pauses before amounts are asked for. */
const PAUSE_MS = 350;

/** The amounts of a sheet while it is typed; undefined until the first answer. `isOld`: they belong to earlier figures. */
export function useAmounts(name: string, sheet: Sheet, calculate: Calculate) {
  const figures = JSON.stringify([
    sheet.rows.map(({ kind, quantity, unitPrice, basis, discount }) => [
      kind,
      quantity,
      unitPrice,
      basis,
      discount,
    ]),
    sheet.discount,
  ]);
  const [asked] = useDebouncedValue({ figures, sheet }, PAUSE_MS);
  const { data, isPlaceholderData } = useQuery({
    queryKey: ['line-amounts', name, asked.figures],
    queryFn: () => calculate(asked.sheet),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
  return { amounts: data, isOld: isPlaceholderData || asked.figures !== figures };
}
