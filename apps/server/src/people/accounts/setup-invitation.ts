import { inLanguage, type Language, type Wording } from '@pandafab/shared';

const sentences: Wording<readonly [string, string]> = {
  fr: [
    'Aucun compte n’existe encore. Pour créer le premier compte d’administration, ouvrez ce lien :',
    'Il ne sert qu’une fois, et change à chaque démarrage.',
  ],
  en: [
    'There is no account yet. To create the first administrator, open this link:',
    'It works once, and changes at each start.',
  ],
};

/** The text on the terminal while there is no account. `url` is the public address of the service. */
export function setupInvitation(url: string, code: string, language: Language): string {
  const [what, note] = inLanguage(sentences, language);
  return `\n${what}\n\n  ${url.replace(/\/$/, '')}/setup?code=${code}\n\n${note}\n\n`;
}
