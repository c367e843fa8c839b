import type { Language } from '@pandafab/shared';

type Words = readonly [en: string, fr: string];

/** Everything that is written down, in words: nothing can be recorded that could not be read. */
const words = {
  'account.disabled': ['Account shut', 'Compte fermé'],
  'account.enabled': ['Account opened again', 'Compte rouvert'],
  'account.opened': ['Account opened', 'Compte ouvert'],
  'account.roles-changed': ['Roles changed', 'Rôles modifiés'],
  'agent.code-made': ['Enrolment code made', 'Code d’enrôlement créé'],
  'agent.enrolled': ['Lab computer enrolled', 'Ordinateur de lab enrôlé'],
  'agent.renewal-wished': ['New agent secret wished', 'Nouveau secret d’agent demandé'],
  'agent.revoked': ['Agent shut out', 'Agent exclu'],
  'agent.secret-given': ['Agent secret given out', 'Secret d’agent remis'],
  'agent.secret-renewed': ['Agent secret renewed', 'Secret d’agent renouvelé'],
  'agent.took-over': ['Agent arrived anew', 'Agent arrivé à neuf'],
  'filament.made': ['Filament added', 'Filament ajouté'],
  'invoice.issued': ['Invoice issued', 'Facture émise'],
  'job.cancelled': ['Job cancelled', 'Travail annulé'],
  'job.ended-cancelled': ['Job stopped: cancelled', 'Travail arrêté : annulé'],
  'job.ended-done': ['Job done', 'Travail terminé'],
  'job.ended-failed': ['Job stopped: failed', 'Travail arrêté : échec'],
  'job.ended-interrupted': ['Job stopped: interrupted', 'Travail arrêté : interrompu'],
  'job.redone': ['Job made again', 'Travail refait'],
  'job.submitted': ['Job submitted', 'Travail déposé'],
  'lab.opened': ['Lab added', 'Lab ajouté'],
  'machine.allowance-withdrawn': ['Allowance withdrawn', 'Autorisation retirée'],
  'machine.answer-refused': ['Answer refused by the machine', 'Réponse refusée par la machine'],
  'machine.answered': ['Machine’s question answered', 'Réponse donnée à la machine'],
  'machine.bed-cleared': ['Bed confirmed clear', 'Plateau confirmé libre'],
  'machine.changed': ['Machine changed', 'Machine modifiée'],
  'machine.command-allowed': ['Command allowed', 'Commande autorisée'],
  'machine.heaters-off': ['Heaters off', 'Chauffes éteintes'],
  'machine.heaters-unknown': ['Heaters in doubt', 'Chauffes incertaines'],
  'machine.made': ['Machine added', 'Machine ajoutée'],
  'machine.reconnect-wished': ['Reconnection wished', 'Reconnexion demandée'],
  'machine.spool-loaded': ['Spool changed', 'Bobine changée'],
  'machine.stopped': ['Emergency stop', 'Arrêt d’urgence'],
  'member.changed': ['Member changed', 'Membre modifié'],
  'member.registered': ['Member registered', 'Membre inscrit'],
  'prestation.line-added': ['Line added to a prestation', 'Ligne ajoutée à une prestation'],
  'prestation.opened': ['Prestation opened', 'Prestation ouverte'],
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
  'run.started': ['Run started', 'Passage commencé'],
  'seller.recorded': ['Seller’s settings changed', 'Réglages du vendeur modifiés'],
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
  return language === 'fr' ? fr : en;
}

/** The actions whose words, in either language, hold `text`, in any case. */
export function actionsCalled(text: string): AuditAction[] {
  const wanted = text.toLowerCase();
  return AUDIT_ACTIONS.filter((action) =>
    [action, ...words[action]].some((each) => each.toLowerCase().includes(wanted)),
  );
}
