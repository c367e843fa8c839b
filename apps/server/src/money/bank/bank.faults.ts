import type { FaultCode } from '@pandafab/shared';
import type { ServerFaults } from '../../platform/kit/faults';
import { bankLineFaults } from './bank-line.faults';

/** What can be wrong with a file as a whole. */
export const FILE_FAULTS = [
  'BANK.FILE_EMPTY',
  'BANK.FILE_TOO_LARGE',
  'BANK.FILE_UNREADABLE',
  'BANK.FORMAT_UNKNOWN',
  'BANK.MAPPING_UNFIT',
  'BANK.NOT_A_STATEMENT',
  'BANK.OTHER_ACCOUNT',
  'BANK.SEVERAL_ACCOUNTS',
  'BANK.TOO_MANY_LINES',
  'FILE.MISSING',
  'FILE.MORE_THAN_ONE',
  'FILE.TRUNCATED',
  'REQUEST.NOT_MULTIPART',
] as const satisfies readonly FaultCode[];

const fileFaults = {
  'BANK.ACCOUNT_MISSING': {
    status: 422,
    en: ['The bank account is not named.', 'Write a name for the account, such as that of the bank.'],
    fr: ['Le compte bancaire n’a pas de nom.', 'Donnez un nom au compte, par exemple celui de la banque.'],
  },
  'BANK.BROKEN_LINES': {
    status: 422,
    en: [
      'Nothing was imported, because the service cannot read some lines of the file: {count}.',
      'Ask the bank for the file again, or choose to import the other lines only.',
    ],
    fr: [
      'Rien n’a été importé : le service ne peut pas lire certaines lignes du fichier ({count}).',
      'Demandez de nouveau le fichier à la banque, ou choisissez d’importer seulement les autres lignes.',
    ],
  },
  'BANK.COLUMNS_UNFIT': {
    status: 422,
    en: [
      'The columns do not fit this file: most lines have no date or no amount there, first line {line}.',
      'Choose the columns again, or check that this is the file of the bank.',
    ],
    fr: [
      'Les colonnes ne correspondent pas à ce fichier : la plupart des lignes n’y ont ni date ni montant, à partir de la ligne {line}.',
      'Choisissez de nouveau les colonnes, ou vérifiez que c’est bien le fichier de la banque.',
    ],
  },
  'BANK.COLUMNS_UNKNOWN': {
    status: 422,
    en: [
      'The service does not find the columns of the date, the amount and the text in this file.',
      'Choose these columns, or check that this is the file of the bank.',
    ],
    fr: [
      'Le service ne trouve pas les colonnes de la date, du montant et du libellé dans ce fichier.',
      'Choisissez ces colonnes, ou vérifiez que c’est bien le fichier de la banque.',
    ],
  },
  'BANK.FILE_EMPTY': {
    status: 422,
    en: ['The file is empty.', 'Download the statement from the bank again.'],
    fr: ['Le fichier est vide.', 'Téléchargez de nouveau le relevé sur le site de la banque.'],
  },
  'BANK.FILE_TOO_LARGE': {
    status: 413,
    en: ['The file is larger than {limitMb} MB.', 'Download the statement for a shorter time.'],
    fr: ['Le fichier dépasse {limitMb} Mo.', 'Téléchargez le relevé pour une période plus courte.'],
  },
  'BANK.FILE_UNREADABLE': {
    status: 422,
    en: [
      'From line {line} on, the service cannot read the file.',
      'Download the statement from the bank again, without opening it in a spreadsheet.',
    ],
    fr: [
      'À partir de la ligne {line}, le service ne peut pas lire le fichier.',
      'Téléchargez de nouveau le relevé sur le site de la banque, sans l’ouvrir dans un tableur.',
    ],
  },
  'BANK.FORMAT_UNKNOWN': {
    status: 422,
    en: ['The service does not read this kind of file.', 'Choose CSV or CAMT.053 (XML) on the bank’s site.'],
    fr: [
      'Le service ne lit pas ce type de fichier.',
      'Choisissez CSV ou CAMT.053 (XML) sur le site de la banque.',
    ],
  },
  'BANK.MAPPING_UNFIT': {
    status: 422,
    en: ['The choice of columns is incomplete.', 'Choose at least a date, an amount and a text.'],
    fr: ['Le choix des colonnes est incomplet.', 'Choisissez au moins une date, un montant et un libellé.'],
  },
  'BANK.NOT_A_STATEMENT': {
    status: 422,
    en: [
      'This XML file is not a statement of an account (CAMT.053).',
      'Download the daily or monthly statement as CAMT.053.',
    ],
    fr: [
      'Ce fichier XML n’est pas un relevé de compte (CAMT.053).',
      'Téléchargez le relevé du jour ou du mois au format CAMT.053.',
    ],
  },
  'BANK.OTHER_ACCOUNT': {
    status: 422,
    en: ['This file is of another account than “{account}”.', 'Choose the account of the file.'],
    fr: ['Ce fichier vient d’un autre compte que « {account} ».', 'Choisissez le compte du fichier.'],
  },
  'BANK.SEVERAL_ACCOUNTS': {
    status: 422,
    en: ['The file has several accounts: {accounts}.', 'Download each account on its own.'],
    fr: ['Le fichier contient plusieurs comptes : {accounts}.', 'Téléchargez chaque compte à part.'],
  },
  'BANK.TOO_MANY_LINES': {
    status: 422,
    en: ['The file has more than {limit} lines.', 'Download the statement for a shorter time.'],
    fr: ['Le fichier a plus de {limit} lignes.', 'Téléchargez le relevé pour une période plus courte.'],
  },
} satisfies ServerFaults;

export const bankFaults = { ...fileFaults, ...bankLineFaults } satisfies ServerFaults;
