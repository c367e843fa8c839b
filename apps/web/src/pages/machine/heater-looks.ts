interface Look {
  /** The colours for a light and a dark page. */
  readonly light: string;
  readonly dark: string;
  /** Lengths of dashes and gaps; none for a solid line. */
  readonly dashes: readonly number[];
}

/** The line of each heater differs by its colour and by its dashes. */
const LOOKS: readonly [Look, ...Look[]] = [
  { light: '#b02525', dark: '#ff8787', dashes: [] },
  { light: '#1864ab', dark: '#74c0fc', dashes: [9, 4] },
  { light: '#2b6b2f', dark: '#8ce99a', dashes: [16, 4] },
  { light: '#862e9c', dark: '#e599f7', dashes: [5, 3] },
  { light: '#8a4b00', dark: '#ffc078', dashes: [12, 3, 3, 3] },
  { light: '#495057', dark: '#ced4da', dashes: [3, 3] },
];

/** @param at the place of the heater in the list of the machine's heaters */
export const lookOf = (at: number): Look => LOOKS[at % LOOKS.length] ?? LOOKS[0];
