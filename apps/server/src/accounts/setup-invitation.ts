import { type Language, typesetAll } from '@pandafab/shared';

const sentences: Readonly<Record<Language, readonly [string, string]>> = {
  fr: [
    'Aucun compte n’existe encore. Pour créer le premier compte d’administration, ouvrez ce lien :',
    'Il ne sert qu’une fois, et change à chaque démarrage.',
  ],
  en: [
    'There is no account yet. To create the first administrator, open this link:',
    'It works once, and changes at each start.',
  ],
};

/** What the terminal says while there is no account. `url` is where people reach the service. */
export function setupInvitation(url: string, code: string, language: Language): string {
  const [what, note] = typesetAll(sentences[language], language);
  return `\n${what}\n\n  ${url.replace(/\/$/, '')}/setup?code=${code}\n\n${note}\n\n`;
}
