import type { ServerFaults } from '../../platform/kit/faults';

export const importFaults = {
  'IMPORT.UNKNOWN': {
    status: 404,
    en: ['There is no such import.', 'Look for it in the list of imports.'],
    fr: ['Cet import n’existe pas.', 'Cherchez-le dans la liste des imports.'],
  },
  'IMPORT.EMPTY': {
    status: 422,
    en: ['The file contains no members.', 'Write headings on the first line, then one line for each member.'],
    fr: [
      'Le fichier ne contient aucun membre.',
      'Écrivez les en-têtes sur la première ligne, puis une ligne par membre.',
    ],
  },
  'IMPORT.TOO_LARGE': {
    status: 413,
    en: ['The file is larger than {limitMb} MB.', 'Cut it into several files.'],
    fr: ['Le fichier dépasse {limitMb} Mo.', 'Découpez-le en plusieurs fichiers.'],
  },
  'IMPORT.TOO_MANY_LINES': {
    status: 422,
    en: ['The file contains more than {limit} members.', 'Cut it into several files.'],
    fr: ['Le fichier contient plus de {limit} membres.', 'Découpez-le en plusieurs fichiers.'],
  },
  'IMPORT.UNREADABLE': {
    status: 422,
    en: [
      'From line {line} on, the file cannot be read as CSV.',
      'Look for a quotation mark that is not closed, or save the file as CSV again.',
    ],
    fr: [
      'À partir de la ligne {line}, le fichier ne peut pas être lu comme un fichier CSV.',
      'Cherchez un guillemet qui n’est pas fermé, ou enregistrez de nouveau le fichier en CSV.',
    ],
  },
  'IMPORT.NAME_COLUMN_MISSING': {
    status: 422,
    en: [
      'No column of the first line is called “name” or “nom”.',
      'Call the columns: {known}. A name may also be in two columns: Prénom and Nom.',
    ],
    fr: [
      'Aucune colonne de la première ligne ne s’appelle « nom ».',
      'Nommez les colonnes : {known}. Le nom peut aussi être dans deux colonnes : Prénom et Nom.',
    ],
  },
  'IMPORT.COLUMN_TWICE': {
    status: 422,
    en: ['Two columns have the same meaning: {columns}.', 'Remove one of them.'],
    fr: ['Deux colonnes ont le même sens : {columns}.', 'Retirez l’une des deux.'],
  },
  'IMPORT.BAD_LINES': {
    status: 422,
    en: [
      'Nothing was imported, because lines have an error: {count}.',
      'Correct the lines that are listed, and import the file again.',
    ],
    fr: [
      'Rien n’a été importé, car des lignes contiennent une erreur : {count}.',
      'Corrigez les lignes indiquées, puis importez de nouveau le fichier.',
    ],
  },
  'IMPORT.TOO_MANY_CELLS': {
    status: 422,
    en: [
      'The line has more cells than there are headings.',
      'Put quotation marks around a cell that contains the separator.',
    ],
    fr: [
      'La ligne a plus de cellules qu’il n’y a d’en-têtes.',
      'Mettez entre guillemets une cellule qui contient le séparateur.',
    ],
  },
  'IMPORT.NAME_MISSING': {
    status: 422,
    en: ['The name is missing.', 'Write the member’s name.'],
    fr: ['Le nom manque.', 'Écrivez le nom du membre.'],
  },
  'IMPORT.TOO_LONG': {
    status: 422,
    en: ['The cell is longer than {max} characters.', 'Shorten it.'],
    fr: ['La cellule dépasse {max} caractères.', 'Raccourcissez-la.'],
  },
  'IMPORT.UNFIT_CHARACTER': {
    status: 422,
    en: ['The cell contains a line break or a control character.', 'Write the cell again, on one line.'],
    fr: [
      'La cellule contient un saut de ligne ou un caractère de contrôle.',
      'Écrivez de nouveau la cellule, sur une seule ligne.',
    ],
  },
  'IMPORT.LOST_CHARACTER': {
    status: 422,
    en: [
      'The file lost a character of “{value}” when it was saved.',
      'Write the cell again, and save the file as “CSV UTF-8”.',
    ],
    fr: [
      'L’enregistrement du fichier a fait perdre un caractère de « {value} ».',
      'Écrivez de nouveau la cellule, puis enregistrez le fichier en « CSV UTF-8 ».',
    ],
  },
  'IMPORT.NOT_AN_EMAIL': {
    status: 422,
    en: ['“{value}” is not an e-mail address.', 'Correct it, or leave the cell empty.'],
    fr: ['« {value} » n’est pas une adresse e-mail.', 'Corrigez-la, ou laissez la cellule vide.'],
  },
  'IMPORT.NOT_A_DATE': {
    status: 422,
    en: ['“{value}” is not a date.', 'Write it like 2027-08-31 or 31/08/2027.'],
    fr: ['« {value} » n’est pas une date.', 'Écrivez-la comme 2027-08-31 ou 31/08/2027.'],
  },
  'IMPORT.UNKNOWN_CATEGORY': {
    status: 422,
    en: ['There is no category “{value}”.', 'Choose one of: {known}.'],
    fr: ['La catégorie « {value} » n’existe pas.', 'Choisissez parmi : {known}.'],
  },
  'IMPORT.UNKNOWN_LAB': {
    status: 422,
    en: ['There is no lab called “{value}”.', 'Choose one of: {known}.'],
    fr: ['Aucun lab ne s’appelle « {value} ».', 'Choisissez parmi : {known}.'],
  },
  'IMPORT.SEVERAL_LABS': {
    status: 422,
    en: [
      'Several labs are called “{value}”.',
      'Leave the cell empty, and choose the lab for the whole file.',
    ],
    fr: [
      'Plusieurs labs s’appellent « {value} ».',
      'Laissez la cellule vide, et choisissez le lab pour tout le fichier.',
    ],
  },
  'IMPORT.TWICE_IN_FILE': {
    status: 422,
    en: ['This member is already on line {other}.', 'Remove one of the lines.'],
    fr: ['Ce membre figure déjà à la ligne {other}.', 'Retirez l’une des lignes.'],
  },
  'IMPORT.SAME_EMAIL': {
    status: 422,
    en: [
      'Line {other} has the same e-mail address.',
      'Remove one of them; for a family that shares an address, import with evenIf=same-email.',
    ],
    fr: [
      'La ligne {other} a la même adresse e-mail.',
      'Retirez l’une des deux ; pour une famille qui partage une adresse, importez avec evenIf=same-email.',
    ],
  },
  'IMPORT.ALREADY_MEMBER': {
    status: 422,
    en: [
      'A member already has this e-mail address.',
      'Remove the line; for a family that shares an address, import with evenIf=same-email.',
    ],
    fr: [
      'Un membre a déjà cette adresse e-mail.',
      'Retirez la ligne ; pour une famille qui partage une adresse, importez avec evenIf=same-email.',
    ],
  },
  'IMPORT.GUARDIAN_MISSING': {
    status: 422,
    en: [
      'This minor has no guardian.',
      'Write the e-mail address of an adult who is a member or is in this file.',
    ],
    fr: [
      'Cette personne mineure n’a pas de tuteur.',
      'Écrivez l’adresse e-mail d’un adulte qui est membre ou figure dans ce fichier.',
    ],
  },
  'IMPORT.UNKNOWN_GUARDIAN': {
    status: 422,
    en: [
      'The guardian “{value}” is not a member and is not in this file.',
      'Write the e-mail address of an adult who is a member or is in this file.',
    ],
    fr: [
      'Le tuteur « {value} » n’est pas membre et ne figure pas dans ce fichier.',
      'Écrivez l’adresse e-mail d’un adulte qui est membre ou figure dans ce fichier.',
    ],
  },
  'IMPORT.SEVERAL_GUARDIANS': {
    status: 422,
    en: ['“{value}” may be several people.', 'Write the guardian as: Name <e-mail address>.'],
    fr: ['« {value} » peut désigner plusieurs personnes.', 'Écrivez le tuteur ainsi : Nom <adresse e-mail>.'],
  },
  'IMPORT.GUARDIAN_MINOR': {
    status: 422,
    en: ['The guardian “{value}” is a minor.', 'Choose an adult.'],
    fr: ['Le tuteur « {value} » est une personne mineure.', 'Choisissez un adulte.'],
  },
  'IMPORT.GUARDIAN_CIRCLE': {
    status: 422,
    en: [
      'The member would be their own guardian, directly or through other members.',
      'Choose a member of whom this member is not the guardian.',
    ],
    fr: [
      'Le membre serait son propre tuteur, directement ou par d’autres membres.',
      'Choisissez un membre dont ce membre n’est pas le tuteur.',
    ],
  },
  'IMPORT.KEPT_ACCOUNT': {
    status: 409,
    en: [
      'The member has an account, or was invited to open one.',
      'Disable the account if the member should not use it.',
    ],
    fr: [
      'Le membre a un compte, ou a été invité à en ouvrir un.',
      'Désactivez le compte si le membre ne doit pas s’en servir.',
    ],
  },
  'IMPORT.KEPT_PAYMENT': {
    status: 409,
    en: ['The member has a prepaid account with payments.', 'Keep the member.'],
    fr: ['Le membre a un compte prépayé avec des encaissements.', 'Gardez le membre.'],
  },
  'IMPORT.KEPT_JOB': {
    status: 409,
    en: ['The member has a job or recorded usage.', 'Keep the member.'],
    fr: ['Le membre a un travail ou un usage enregistré.', 'Gardez le membre.'],
  },
  'IMPORT.KEPT_INDUCTION': {
    status: 409,
    en: ['The member has an induction for a machine.', 'Keep the member.'],
    fr: ['Le membre a une habilitation pour une machine.', 'Gardez le membre.'],
  },
  'IMPORT.KEPT_GROUP': {
    status: 409,
    en: ['The member is in a group.', 'Remove the member from the group if they should not be in it.'],
    fr: ['Le membre fait partie d’un groupe.', 'Retirez-le du groupe s’il ne doit pas y être.'],
  },
  'IMPORT.KEPT_GUARDIAN': {
    status: 409,
    en: [
      'The member is the guardian of a member who stays.',
      'Choose another guardian for that member first.',
    ],
    fr: [
      'Le membre est le tuteur d’un membre qui reste.',
      'Choisissez d’abord un autre tuteur pour ce membre.',
    ],
  },
  'IMPORT.KEPT_RESIDENCY': {
    status: 409,
    en: ['A proof of residence was checked after the import.', 'Keep the member.'],
    fr: ['Un justificatif de domicile a été vérifié après l’import.', 'Gardez le membre.'],
  },
  'IMPORT.KEPT_CHANGED': {
    status: 409,
    en: ['The member’s data were changed after the import.', 'Keep the member.'],
    fr: ['Les données du membre ont été modifiées après l’import.', 'Gardez le membre.'],
  },
} satisfies ServerFaults;
