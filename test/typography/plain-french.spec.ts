import { folded } from '@pandafab/shared';
import { auditTexts, faultTexts, mailTexts, pageTexts, publicPageTexts } from './french-texts';
import { isCommon, MOST_WORDS, passivesIn, sentencesOf, wordsOf } from './plain-french';

/** The words of the trade, which the pages explain or which people here use: everything else is a word of every day. */
const OUR_WORDS = new Set(
  [
    ...[
      'lab',
      'labs',
      'fablab',
      'filament',
      'trancheur',
      'extrusion',
      'extruder',
      'étalonnage',
      'micrologiciel',
    ],
    ...[
      'numérotation',
      'préfixe',
      'créditer',
      'créditez',
      'facultatif',
      'tableur',
      'immatriculé',
      'rouvrez',
      'alt',
    ],
    ...[
      'exportation',
      'export',
      'désignation',
      'autoliquidée',
      'autoliquidation',
      'attestation',
      'applicable',
      'intra',
    ],
    ...['encaissement', 'payeur', 'comptage', 'encodage', 'exigibilité', 'intracommunautaire', 'agréé'],
    ...['prestataire', 'webhook'],
    ...['usager', 'désinscrire', 'financeur', 'métropole', 'webp'],
    ...['laiton', 'abrasif', 'µm'],
    ...['habilitation', 'justificatif', 'facturation', 'rattachement', 'fuseau', 'libellé', 'unitaire'],
    ...['gcode', 'macro', 'octet', 'pixel', 'décimale', 'décimal', 'hexadécimal', 'guillemet', 'accolade'],
    ...[
      'exporter',
      'import',
      'archiver',
      'révoquer',
      'réglage',
      'paramètre',
      'onglet',
      'url',
      'proxy',
      'slicer',
    ],
    ...['pandafab', 'prusaslicer', 'octoprint', 'klipper', 'linux', 'debian', 'ubuntu', 'dialout', 'chorus'],
    ...['siret', 'siren', 'euro', 'celsius', 'kilogramme', 'idempotency', 'authorization', 'bgcode', 'ufp'],
    ...[
      'étalonner',
      'volumétrique',
      'personnalisé',
      'mandataire',
      'illisible',
      'lisible',
      'extruderait',
      'null',
    ],
    ...[
      'actualiser',
      'échap',
      'complément',
      'majuscule',
      'réinitialiser',
      'réinitialisation',
      'convenez',
      'exonéré',
      'exonération',
      'escompte',
      'baud',
      'émettez',
      'numéroté',
      'directory',
    ],
  ].map(folded),
);

const texts = () => [...pageTexts(), ...faultTexts(), ...publicPageTexts(), ...mailTexts(), ...auditTexts()];
const sentences = () => texts().flatMap(sentencesOf);

describe('the French that people read', () => {
  it('has short sentences', () => {
    expect(sentences().length).toBeGreaterThan(1500);
    expect(sentences().filter((sentence) => wordsOf(sentence).length > MOST_WORDS)).toEqual([]);
  });

  it('uses words of every day and of the trade', () => {
    const rare = sentences().flatMap((sentence) =>
      wordsOf(sentence)
        .filter((word) => !isCommon(word, OUR_WORDS))
        .map((word) => ({ word, sentence })),
    );
    expect(rare).toEqual([]);
  });

  it('says who does something before what is done', () => {
    expect(sentences().filter((sentence) => passivesIn(sentence).length > 0)).toEqual([]);
  });
});

describe('the check of plain French', () => {
  it('counts the words of each sentence', () => {
    expect(sentencesOf('La machine est prête. Videz le plateau : {{name}} attend !').length).toBe(3);
    expect(wordsOf('L’impression de {{name}} finit à 14:35, voir docs/first-lab.md')).toEqual([
      'impression',
      'de',
      'name',
      'finit',
      'voir',
    ]);
  });

  it('knows a word by its form, and finds one that few know', () => {
    for (const word of ['imprimées', 'machines', 'rechargez', 'finissent', 'Vérifiez', 'prochaines'])
      expect([word, isCommon(word, OUR_WORDS)]).toEqual([word, true]);
    for (const word of ['subséquent', 'susmentionné', 'idoine', 'nonobstant', 'paramétrage'])
      expect([word, isCommon(word, OUR_WORDS)]).toEqual([word, false]);
  });

  it('finds a passive that names who acts', () => {
    expect(passivesIn('Le travail est annulé par un responsable du lab.')).toEqual([]);
    expect(passivesIn('Les pièces sont retirées par les responsables.')).toHaveLength(1);
    expect(passivesIn('Les pièces sont retirées par défaut.')).toEqual([]);
  });
});
