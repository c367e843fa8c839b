import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The doorstep's green, in ten shades: white text on 7 and darker text on 2 have at least 4.5:1 (WCAG 2.2, 1.4.3). */
const panda: MantineColorsTuple = [
  '#e8f7f3',
  '#d3ece5',
  '#a6d9cb',
  '#76c5b0',
  '#4fb499',
  '#36a98b',
  '#1f8a70',
  '#0b6a57',
  '#0b5d4e',
  '#064a3d',
];

export const theme = createTheme({
  primaryColor: 'panda',
  primaryShade: { light: 8, dark: 7 },
  colors: { panda },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif',
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
});
