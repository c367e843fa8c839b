import type { ArchivedYear } from './archive-year';

/** What a person reads first in the archive; the tax office reads French. */
export const readMe = ({ year, last }: ArchivedYear, seller: string): string => `ARCHIVE ${year} – ${seller}

[FR]
Ce dossier contient les pièces, les encaissements et les clôtures de l’année ${year}. Il se lit sans logiciel particulier.
  documents/         chaque facture, acompte et avoir : le PDF, le XML, et un fichier JSON de son contenu
  documents.csv      la liste de ces pièces, avec leurs montants
  payments.csv       les encaissements et remboursements
  closures.csv       les clôtures de jour, de mois et d’année, avec les totaux et le cumul perpétuel
  *.ndjson           les mêmes données pour la vérification, une ligne par élément
  chain.ndjson       la chaîne d’empreintes de l’année : chaque maillon prouve un élément et le maillon précédent
  SHA256SUMS         l’empreinte de chaque fichier
  verify.cjs         vérifie tout ce dossier : « node verify.cjs » (il faut Node.js)
Dernier maillon : ${last.sequence} ${last.hash}
Comparez ce maillon avec la trace gardée ailleurs, par exemple sur papier.
« pandafab-server verify --archive <dossier> » fait la même vérification.

[EN]
This folder has the documents, payments and closures of ${year}. It can be read without the program that made it.
  documents/         each invoice, deposit and credit note: the PDF, the XML, and its content as JSON
  documents.csv      the list of these documents, with their amounts
  payments.csv       payments and refunds
  closures.csv       closures of days, months and the year, with totals and perpetual totals
  *.ndjson           the same data for verification, one record a line
  chain.ndjson       the hash chain of the year: each link proves one record and the link before
  SHA256SUMS         the hash of each file
  verify.cjs         verifies the whole folder: "node verify.cjs" (it needs Node.js)
Last link: ${last.sequence} ${last.hash}
Compare it with the one that was kept elsewhere, for example on paper.
"pandafab-server verify --archive <folder>" does the same.
`;
