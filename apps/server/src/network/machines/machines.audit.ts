import type { AuditWords } from '../../platform/audit/audit-words';

export const machinesAudit = {
  'machine-kind.changed': { en: 'Kind of machine changed', fr: 'Type de machine modifié' },
  'machine-kind.made': { en: 'Kind of machine added', fr: 'Type de machine ajouté' },
  'machine.allowance-withdrawn': { en: 'Allowance withdrawn', fr: 'Autorisation retirée' },
  'machine.answer-refused': { en: 'Answer refused by the machine', fr: 'Réponse refusée par la machine' },
  'machine.answered': { en: 'Machine’s question answered', fr: 'Réponse donnée à la machine' },
  'machine.bed-cleared': { en: 'Bed confirmed clear', fr: 'Plateau confirmé libre' },
  'machine.changed': { en: 'Machine changed', fr: 'Machine modifiée' },
  'machine.command-allowed': { en: 'Command allowed', fr: 'Commande autorisée' },
  'machine.heaters-off': { en: 'Heaters switched off', fr: 'Chauffe coupée' },
  'machine.heaters-unknown': { en: 'State of the heaters unknown', fr: 'État de la chauffe inconnu' },
  'machine.made': { en: 'Machine added', fr: 'Machine ajoutée' },
  'machine.power-cycled': {
    en: 'Virtual machine switched off and on',
    fr: 'Machine virtuelle éteinte et rallumée',
  },
  'machine.reconnect-requested': { en: 'Reconnection requested', fr: 'Reconnexion demandée' },
  'machine.restored': { en: 'Machine back in service', fr: 'Machine remise en service' },
  'machine.retired': { en: 'Machine retired', fr: 'Machine retirée du service' },
  'machine.start-confirmed': { en: 'Start confirmed at the machine', fr: 'Démarrage confirmé à la machine' },
  'machine.stop-undelivered': { en: 'Emergency stop not delivered', fr: 'Arrêt d’urgence non remis' },
  'machine.stop-withdrawn': { en: 'Emergency stop withdrawn', fr: 'Arrêt d’urgence retiré' },
  'machine.stopped': { en: 'Emergency stop', fr: 'Arrêt d’urgence' },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof machinesAudit, true> {}
}
