import { folded, type Language, typeset } from '@pandafab/shared';

type Words = readonly [en: string, fr: string];

/** Everything that is written down, in words: nothing can be recorded that could not be read. */
const words = {
  'account.disabled': ['Account shut', 'Compte fermé'],
  'account.email-changed': ['Sign-in address changed', 'Adresse de connexion modifiée'],
  'account.enabled': ['Account opened again', 'Compte rouvert'],
  'account.invited': ['Invited to open an account', 'Invitation à ouvrir un compte'],
  'account.language-changed': ['Language of the pages chosen', 'Langue des pages choisie'],
  'account.opened': ['Account opened', 'Compte ouvert'],
  'account.password-changed': ['Password changed', 'Mot de passe modifié'],
  'account.password-link-made': [
    'Link to choose a new password made',
    'Lien pour choisir un nouveau mot de passe créé',
  ],
  'account.password-reset': ['Password chosen anew', 'Mot de passe réinitialisé'],
  'account.roles-changed': ['Roles changed', 'Rôles modifiés'],
  'account.sessions-ended': ['Other sessions ended', 'Autres sessions fermées'],
  'agent.code-made': ['Enrolment code made', 'Code d’enrôlement créé'],
  'agent.enrolled': ['Lab computer enrolled', 'Ordinateur de lab enrôlé'],
  'agent.renewal-wished': ['New agent secret wished', 'Nouveau secret d’agent demandé'],
  'agent.revoked': ['Agent shut out', 'Agent exclu'],
  'agent.secret-given': ['Agent secret given out', 'Secret d’agent remis'],
  'agent.secret-renewed': ['Agent secret renewed', 'Secret d’agent renouvelé'],
  'agent.took-over': ['Agent arrived anew', 'Agent arrivé à neuf'],
  'billing-identity.recorded': ['Billing identity recorded', 'Identité de facturation enregistrée'],
  'billing-identity.removed': ['Billing identity removed', 'Identité de facturation retirée'],
  'category.changed': ['Category changed', 'Catégorie modifiée'],
  'category.made': ['Category added', 'Catégorie ajoutée'],
  'category.restored': ['Category restored', 'Catégorie rétablie'],
  'category.retired': ['Category retired', 'Catégorie retirée'],
  'contact.added': ['Contact of a client added', 'Contact d’un client ajouté'],
  'contact.changed': ['Contact of a client changed', 'Contact d’un client modifié'],
  'contact.removed': ['Contact of a client removed', 'Contact d’un client retiré'],
  'filament.made': ['Filament added', 'Filament ajouté'],
  'group.archived': ['Group archived', 'Groupe archivé'],
  'group.changed': ['Group changed', 'Groupe modifié'],
  'group.made': ['Group made', 'Groupe créé'],
  'group.person-put': ['Person put into a group', 'Personne mise dans un groupe'],
  'group.person-removed': ['Person taken out of a group', 'Personne retirée d’un groupe'],
  'import.made': ['Members imported', 'Membres importés'],
  'import.undone': ['Import undone', 'Import annulé'],
  'induction.granted': ['Induction granted', 'Habilitation accordée'],
  'induction.withdrawn': ['Induction withdrawn', 'Habilitation retirée'],
  'invoice.issued': ['Invoice issued', 'Facture émise'],
  'job.cancelled': ['Job cancelled', 'Travail annulé'],
  'job.ended-cancelled': ['Job stopped: cancelled', 'Travail arrêté : annulé'],
  'job.ended-done': ['Job done', 'Travail terminé'],
  'job.ended-failed': ['Job stopped: failed', 'Travail arrêté : échec'],
  'job.ended-interrupted': ['Job stopped: interrupted', 'Travail arrêté : interrompu'],
  'job.material-chosen': ['Job’s material chosen', 'Matière d’un travail choisie'],
  'job.redone': ['Job made again', 'Travail refait'],
  'job.returned': [
    'Job back in the queue: nothing was sent',
    'Travail remis dans la file : rien n’a été envoyé',
  ],
  'job.submitted': ['Job submitted', 'Travail déposé'],
  'lab.changed': ['Lab changed', 'Lab modifié'],
  'lab.held': ['Lab’s queue held', 'File du lab retenue'],
  'lab.opened': ['Lab added', 'Lab ajouté'],
  'lab.released': ['Lab’s queue let go on', 'File du lab relancée'],
  'machine-kind.changed': ['Kind of machine changed', 'Type de machine modifié'],
  'machine-kind.made': ['Kind of machine added', 'Type de machine ajouté'],
  'machine.allowance-withdrawn': ['Allowance withdrawn', 'Autorisation retirée'],
  'machine.answer-refused': ['Answer refused by the machine', 'Réponse refusée par la machine'],
  'machine.answered': ['Machine’s question answered', 'Réponse donnée à la machine'],
  'machine.bed-cleared': ['Bed confirmed clear', 'Plateau confirmé libre'],
  'machine.changed': ['Machine changed', 'Machine modifiée'],
  'machine.command-allowed': ['Command allowed', 'Commande autorisée'],
  'machine.heaters-off': ['Heaters off', 'Chauffes éteintes'],
  'machine.heaters-unknown': ['Heaters in doubt', 'Chauffes incertaines'],
  'machine.made': ['Machine added', 'Machine ajoutée'],
  'machine.power-cycled': ['Virtual machine switched off and on', 'Machine virtuelle éteinte et rallumée'],
  'machine.reconnect-wished': ['Reconnection wished', 'Reconnexion demandée'],
  'machine.spool-loaded': ['Spool changed', 'Bobine changée'],
  'machine.stop-undelivered': ['Emergency stop not delivered', 'Arrêt d’urgence non remis'],
  'machine.stop-withdrawn': ['Emergency stop withdrawn', 'Arrêt d’urgence retiré'],
  'machine.stopped': ['Emergency stop', 'Arrêt d’urgence'],
  'mail.undelivered': ['Mail given up', 'Courriel abandonné'],
  'mail.bounced': ['Mail came back', 'Courriel revenu'],
  'member.changed': ['Member changed', 'Membre modifié'],
  'member.registered': ['Member registered', 'Membre inscrit'],
  'members.exported': ['Members exported', 'Membres exportés'],
  'organisation.changed': ['Client changed', 'Client modifié'],
  'organisation.registered': ['Client registered', 'Client enregistré'],
  'prestation.line-added': ['Line added to a prestation', 'Ligne ajoutée à une prestation'],
  'prestation.opened': ['Prestation opened', 'Prestation ouverte'],
  'profile.recorded': ['Statistical profile recorded', 'Profil statistique enregistré'],
  'profile.removed': ['Statistical profile removed', 'Profil statistique retiré'],
  'queue.replayed': ['Failed step asked for again', 'Étape en échec relancée'],
  'residency.verified': ['Residence verified', 'Domicile vérifié'],
  'residency.withdrawn': ['Residence withdrawn', 'Domicile retiré'],
  'run.accepted': ['Run taken by the lab', 'Passage pris par le lab'],
  'run.cancel-wished': ['Cancel wished', 'Annulation demandée'],
  'run.ended-cancelled': ['Run cancelled', 'Passage annulé'],
  'run.ended-done': ['Run done', 'Passage terminé'],
  'run.ended-failed': ['Run failed', 'Passage échoué'],
  'run.ended-interrupted': ['Run interrupted', 'Passage interrompu'],
  'run.pause-wished': ['Pause wished', 'Pause demandée'],
  'run.paused': ['Run paused', 'Passage en pause'],
  'run.resume-wished': ['Resume wished', 'Reprise demandée'],
  'run.resumed': ['Run resumed', 'Passage repris'],
  'run.reported-late': ['Run’s figures reported late', 'Chiffres d’un passage reçus après coup'],
  'run.started': ['Run started', 'Passage commencé'],
  'run.unknown': ['Run reported that nobody here knows', 'Passage inconnu ici, rapporté par le lab'],
  'seller.recorded': ['Seller’s settings changed', 'Réglages du vendeur modifiés'],
  'session.ended': ['Session ended from elsewhere', 'Session fermée à distance'],
  'spool.corrected': ['Spool corrected', 'Bobine corrigée'],
  'spool.received': ['Spool received', 'Bobine reçue'],
  'tariff.published': ['Tariff published', 'Tarif publié'],
  'token.made': ['API token made', 'Jeton d’API créé'],
  'token.revoked': ['API token revoked', 'Jeton d’API révoqué'],
} as const satisfies Record<string, Words>;

/** `noun.verb`, in the past tense. */
export type AuditAction = keyof typeof words;

export const AUDIT_ACTIONS = Object.keys(words) as AuditAction[];

/** An action in the reader's words; one of another version as it is. */
export function auditWords(action: string, language: Language): string {
  const [en, fr] = Object.hasOwn(words, action) ? words[action as AuditAction] : [action, action];
  return typeset(language === 'fr' ? fr : en, language);
}

/** The actions whose words, in either language, hold `text`, in any case. */
export function actionsCalled(text: string): AuditAction[] {
  const wanted = folded(text);
  return AUDIT_ACTIONS.filter((action) =>
    [action, ...words[action]].some((each) => folded(each).includes(wanted)),
  );
}
