import { say } from './output';

/** What `pandafab-server verify --help` prints after the options. */
export const verifyHelp = say(
  `
Each issued invoice, deposit and credit note, each payment and each closure is a link of a chain: its hash covers the link
before. The command computes all hashes again, compares each record with its link, adds up the closures, and the end of the chain with the file chain-head.log. It reads
only, and may run beside the service. PANDAFAB_DATA_DIR and DATABASE_URL are those of the service.
What it cannot see: the end of both the database and of the file cut off at the same place. Keep the last link elsewhere.

Exit codes: 0 the chain is whole, 1 it could not be checked, 2 wrong use, 3 something is wrong, missing or cut off
`,
  `
Chaque facture, acompte ou avoir émis, chaque encaissement et chaque clôture est un maillon d’une chaîne : son empreinte
couvre le maillon précédent. La commande recalcule toutes les empreintes, compare chaque élément à son maillon et refait les
totaux des clôtures. Elle compare aussi la fin de la chaîne au fichier
chain-head.log. Elle lit seulement, et peut tourner à côté du service. PANDAFAB_DATA_DIR et DATABASE_URL sont ceux du service.
Ce qu’elle ne voit pas : la base et le fichier coupés au même endroit. Gardez donc le dernier maillon ailleurs.

Codes de sortie : 0 chaîne entière, 1 vérification impossible, 2 mauvais usage, 3 anomalie, manque ou coupure
`,
);
