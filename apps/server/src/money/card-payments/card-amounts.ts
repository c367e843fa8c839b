/** The least and the most that Stripe takes in euros, in cents (docs.stripe.com/currencies). */
const LEAST_CENTS = 50;
const MOST_CENTS = 999_999_99;

/** Of a top-up, in cents. */
export const TOP_UP_CENTS = { least: 5_00, most: 500_00 } as const;

export const canBePaidByCard = (cents: number): boolean => cents >= LEAST_CENTS && cents <= MOST_CENTS;
