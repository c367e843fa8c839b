import { lookAtEveryPage } from './every-page';

/** With pages.spec.ts, each theme in each language; each of them meets axe on a phone and at a desk. */
lookAtEveryPage([
  { colorScheme: 'dark', locale: 'fr-FR', opensOn: 'phone', isWalked: false, arrives: 'by address' },
  { colorScheme: 'light', locale: 'en-GB', opensOn: 'desk', isWalked: false, arrives: 'by address' },
]);
