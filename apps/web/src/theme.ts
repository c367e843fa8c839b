import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The green of PandaFab, in ten shades: white text on 7 and darker text on 2 have at least 4.5:1 (WCAG 2.2, 1.4.3). */
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

/** Mantine's components in the language of design/tokens.css. */
export const theme = createTheme({
  primaryColor: 'panda',
  primaryShade: { light: 8, dark: 7 },
  colors: { panda },
  fontFamily: 'var(--font)',
  fontSizes: {
    xs: 'var(--text-xs)',
    sm: 'var(--text-sm)',
    md: 'var(--text-md)',
    lg: 'var(--text-lg)',
    xl: 'var(--text-xl)',
  },
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: 'var(--text-2xl)', lineHeight: '1.2' },
      h2: { fontSize: 'var(--text-xl)', lineHeight: '1.25' },
      h3: { fontSize: 'var(--text-lg)', lineHeight: '1.35' },
    },
  },
  radius: { sm: 'var(--radius-sm)', md: 'var(--radius)', lg: 'var(--radius-lg)' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
});
