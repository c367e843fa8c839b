import type { IndicatorParameters } from './indicator';
import type { IndicatorCode } from './indicators';

export interface ModelIndicator {
  readonly indicator: IndicatorCode;
  readonly parameters: IndicatorParameters;
}

export interface ModelObjective {
  readonly title: string;
  /** As the agreement says it. */
  readonly quotation: string;
  readonly indicators: readonly ModelIndicator[];
}

const all = (indicator: IndicatorCode): ModelIndicator => ({ indicator, parameters: {} });
const only = (indicator: IndicatorCode, parameters: IndicatorParameters): ModelIndicator => ({
  indicator,
  parameters,
});

/**
 * The aims of an agreement between a city, the State and an association that runs its labs, with the figures that show
 * each of them. People begin with these, and change what their own text says otherwise. Agreements are in French.
 */
export const CONVENTION_MODEL: readonly ModelObjective[] = [
  {
    title: 'Des fablabs ouverts dans toute la ville',
    quotation:
      'Ouvrir progressivement, dans l’ensemble de la ville, des fablabs dotés d’outils de toute nature, notamment d’imprimantes 3D pilotées par ordinateur.',
    indicators: [all('hours-open'), all('visits'), all('prints'), all('machine-hours')],
  },
  {
    title: 'De l’idée au prototype, pour chacun',
    quotation:
      'Permettre aux entrepreneurs, artistes, bricoleurs, étudiants et à tout citoyen de passer plus rapidement de l’idée au prototype, puis à la pièce finie.',
    indicators: [all('members-reached'), all('new-members'), all('inductions'), all('material-grams')],
  },
  {
    title: 'Un accès gratuit pour les résidents',
    quotation: 'Garantir la gratuité de l’accès aux habitants de la ville.',
    indicators: [all('residents-share'), all('free-access-value')],
  },
  {
    title: 'Des séances individuelles et des initiations',
    quotation:
      'Proposer des séances individuelles dans les points d’accès et une quarantaine de cours d’initiation.',
    indicators: [
      ...[all('individual-sessions'), all('sessions-held'), all('topics-taught')],
      ...[all('attendances'), all('people-taught')],
    ],
  },
  {
    title: 'L’école et l’éducation prioritaire',
    quotation:
      'Accompagner les établissements scolaires et les projets passerelles avec les réseaux d’éducation prioritaire.',
    indicators: [all('schools'), all('priority-schools'), all('school-pupils'), all('projects')],
  },
  {
    title: 'La formation des autres espaces publics numériques',
    quotation: 'Former les équipes des autres espaces publics numériques de l’agglomération.',
    indicators: [all('spaces-trained'), all('space-staff-attendances')],
  },
  {
    title: 'Les personnes les plus en difficulté',
    quotation:
      'Aider en priorité les personnes les plus en difficulté ; faire connaître les droits et les devoirs de chacun.',
    indicators: [only('visits', { purpose: 'rights' }), only('visits', { public: 'senior' })],
  },
  {
    title: 'De nouvelles recettes de prestataire',
    quotation:
      'Développer des activités payantes de prestataire de services, notamment des projets vidéo, sources de recettes nouvelles.',
    indicators: [all('income-services'), all('cashed'), all('subsidy-received'), all('result')],
  },
];
