import { entries } from '../entry';

/** Members from a spreadsheet. */
export const importFaults = entries({
  'IMPORT.UNKNOWN': {
    status: 404,
    en: ['There is no such import.', 'Look for it in the list of imports.'],
    fr: ['Cet import n’existe pas.', 'Cherchez-le dans la liste des imports.'],
  },
  'IMPORT.EMPTY': {
    status: 422,
    en: ['The file holds no members.', 'Give a first line with headings, and one line a member after it.'],
    fr: [
      'Le fichier ne contient aucun membre.',
      'Donnez une première ligne d’en-têtes, puis une ligne par membre.',
    ],
  },
  'IMPORT.TOO_LARGE': {
    status: 413,
    en: ['The file is larger than {limitMb} MB.', 'Cut it into several files.'],
    fr: ['Le fichier dépasse {limitMb} Mo.', 'Découpez-le en plusieurs fichiers.'],
  },
  'IMPORT.TOO_MANY_LINES': {
    status: 422,
    en: ['The file holds more than {limit} members.', 'Cut it into several files.'],
    fr: ['Le fichier contient plus de {limit} membres.', 'Découpez-le en plusieurs fichiers.'],
  },
  'IMPORT.UNREADABLE': {
    status: 422,
    en: [
      'From line {line} on, the file cannot be read as CSV.',
      'Look for a quotation mark that is not closed, or save the file as CSV again.',
    ],
    fr: [
      'À partir de la ligne {line}, le fichier ne se lit pas comme du CSV.',
      'Cherchez un guillemet qui n’est pas fermé, ou enregistrez de nouveau le fichier en CSV.',
    ],
  },
  'IMPORT.NAME_COLUMN_MISSING': {
    status: 422,
    en: [
      'No column of the first line is called “name” or “nom”.',
      'Call the columns: {known}. A name may also stand in two: Prénom and Nom.',
    ],
    fr: [
      'Aucune colonne de la première ligne ne s’appelle « nom ».',
      'Nommez les colonnes : {known}. Un nom peut aussi tenir en deux colonnes : Prénom et Nom.',
    ],
  },
  'IMPORT.COLUMN_TWICE': {
    status: 422,
    en: ['Two columns mean the same: {columns}.', 'Leave one of them out.'],
    fr: ['Deux colonnes veulent dire la même chose : {columns}.', 'Retirez l’une des deux.'],
  },
  'IMPORT.BAD_LINES': {
    status: 422,
    en: [
      'Nothing was imported: {count} lines are not right.',
      'Correct the lines that are listed, and import the file again.',
    ],
    fr: [
      'Rien n’a été importé : {count} lignes ne vont pas.',
      'Corrigez les lignes indiquées, puis importez de nouveau le fichier.',
    ],
  },
  'IMPORT.TOO_MANY_CELLS': {
    status: 422,
    en: [
      'The line has more cells than there are headings.',
      'Put quotation marks around a cell that holds the separator.',
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
    en: ['The cell holds a line break or a control character.', 'Write the cell anew, on one line.'],
    fr: [
      'La cellule contient un saut de ligne ou un caractère de contrôle.',
      'Écrivez de nouveau la cellule, sur une seule ligne.',
    ],
  },
  'IMPORT.LOST_CHARACTER': {
    status: 422,
    en: [
      'The file lost a character of “{value}” when it was saved.',
      'Write the cell anew, and save the file as “CSV UTF-8”.',
    ],
    fr: [
      'Un caractère de « {value} » s’est perdu à l’enregistrement du fichier.',
      'Écrivez de nouveau la cellule, puis enregistrez le fichier en « CSV UTF-8 ».',
    ],
  },
  'IMPORT.NOT_AN_EMAIL': {
    status: 422,
    en: ['“{value}” is no e-mail address.', 'Correct it, or leave the cell empty.'],
    fr: ['« {value} » n’est pas une adresse e-mail.', 'Corrigez-la, ou laissez la cellule vide.'],
  },
  'IMPORT.NOT_A_DATE': {
    status: 422,
    en: ['“{value}” is no date.', 'Write it like 2027-08-31 or 31/08/2027.'],
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
    en: ['This member stands on line {other} already.', 'Leave one of the lines out.'],
    fr: ['Ce membre figure déjà à la ligne {other}.', 'Retirez l’une des lignes.'],
  },
  'IMPORT.SAME_EMAIL': {
    status: 422,
    en: [
      'Line {other} has the same e-mail address.',
      'Leave one of them out; for a family that shares an address, import with evenIf=same-email.',
    ],
    fr: [
      'La ligne {other} a la même adresse e-mail.',
      'Retirez l’une des deux ; pour une famille qui partage une adresse, importez avec evenIf=same-email.',
    ],
  },
  'IMPORT.ALREADY_MEMBER': {
    status: 422,
    en: [
      'A member with this e-mail address is there already.',
      'Leave the line out; for a family that shares an address, import with evenIf=same-email.',
    ],
    fr: [
      'Un membre a déjà cette adresse e-mail.',
      'Retirez la ligne ; pour une famille qui partage une adresse, importez avec evenIf=same-email.',
    ],
  },
  'IMPORT.GUARDIAN_MISSING': {
    status: 422,
    en: [
      'Nobody answers for this minor.',
      'Write the e-mail address of an adult who is a member or stands in this file.',
    ],
    fr: [
      'Personne ne répond de cette personne mineure.',
      'Écrivez l’adresse e-mail d’un adulte qui est membre ou figure dans ce fichier.',
    ],
  },
  'IMPORT.UNKNOWN_GUARDIAN': {
    status: 422,
    en: [
      'The guardian “{value}” is no member and does not stand in this file.',
      'Write the e-mail address of an adult who does.',
    ],
    fr: [
      'Le tuteur « {value} » n’est pas membre et ne figure pas dans ce fichier.',
      'Écrivez l’adresse e-mail d’un adulte qui l’est ou y figure.',
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
      'The member would answer for themselves, directly or through others.',
      'Choose a guardian for whom this member does not answer.',
    ],
    fr: [
      'Le membre répondrait de lui-même, directement ou par d’autres.',
      'Choisissez un tuteur dont ce membre ne répond pas.',
    ],
  },
  'IMPORT.KEPT_ACCOUNT': {
    status: 409,
    en: [
      'The member has an account, or was invited to open one.',
      'Shut the account if nobody is to use it.',
    ],
    fr: [
      'Le membre a un compte, ou a été invité à en ouvrir un.',
      'Fermez le compte si personne ne doit s’en servir.',
    ],
  },
  'IMPORT.KEPT_JOB': {
    status: 409,
    en: ['Something was made for the member.', 'Keep the member.'],
    fr: ['Quelque chose a été fabriqué pour le membre.', 'Gardez le membre.'],
  },
  'IMPORT.KEPT_INDUCTION': {
    status: 409,
    en: ['The member was shown how to use a machine.', 'Keep the member.'],
    fr: ['Le membre a été formé à une machine.', 'Gardez le membre.'],
  },
  'IMPORT.KEPT_GROUP': {
    status: 409,
    en: ['The member is in a group.', 'Take the member out of the group if they are not to be there.'],
    fr: ['Le membre fait partie d’un groupe.', 'Retirez-le du groupe s’il n’a pas à y être.'],
  },
  'IMPORT.KEPT_GUARDIAN': {
    status: 409,
    en: ['The member answers for another who stays.', 'Choose another guardian first.'],
    fr: ['Le membre répond d’un autre membre qui reste.', 'Choisissez d’abord un autre tuteur.'],
  },
  'IMPORT.KEPT_RESIDENCY': {
    status: 409,
    en: ['A proof of residence was seen since.', 'Keep the member.'],
    fr: ['Un justificatif de domicile a été vu depuis.', 'Gardez le membre.'],
  },
  'IMPORT.KEPT_CHANGED': {
    status: 409,
    en: ['What is given of the member was changed since.', 'Keep the member.'],
    fr: ['Les données du membre ont été modifiées depuis.', 'Gardez le membre.'],
  },
});
