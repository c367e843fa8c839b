import type { Language } from './language';
import { typesetAll } from './typography';

/** The same words in each language of the network: a sentence, or any tree of sentences. */
export type Wording<Words = string> = Readonly<Record<Language, Words>>;

/** The words in one language, with the spaces of its typography. The only place that chooses between the languages. */
export const inLanguage = <Words>(wording: Wording<Words>, language: Language): Words =>
  typesetAll(wording[language], language);
