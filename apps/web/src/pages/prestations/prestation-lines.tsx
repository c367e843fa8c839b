import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { ask } from '../../api/get';
import { asProblem } from '../../api/problem';
import { sellerQuery } from '../../api/queries';
import { askAgain } from '../../api/touched';
import { useMe } from '../../frame/use-me';
import { currentLanguage, t } from '../../i18n/i18n';
import { useActivityName } from '../../parts/activity-name/use-activity-name';
import { draftName } from '../../parts/form/draft';
import { formatNumber, formatPrice } from '../../parts/format';
import type { Sheet } from '../../parts/line-editor/kept-sheet';
import { LineEditor } from '../../parts/line-editor/line-editor';
import type { FoundArticle } from '../../parts/line-editor/new-line';
import { shownDecimal } from '../../parts/line-editor/numbers';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { NETWORK_ZONE, today } from '../../parts/zone';
import { nameIn } from '../settings/name-in';
import { activitiesOf, type PrestationDetail, type Seller, TOUCHED } from './billing';
import { bodyOf, calculate, findPrice, labelsOf, sheetOf } from './line-adapter';
import { LinesAsTheyAre } from './lines-as-they-are';
import { Section } from './section';

/** The lines: an editor while the prestation accepts lines, afterwards a table. */
export function PrestationLines({ prestation }: { prestation: PrestationDetail }) {
  const { t } = useTranslation();
  return (
    <Section id="lines" title={t('prestations.lines.title')}>
      {prestation.acceptsLines ? (
        <EditorOfSeller prestation={prestation} />
      ) : (
        <LinesAsTheyAre prestation={prestation} />
      )}
    </Section>
  );
}

/** Waits for the seller's settings: a line typed before them would have no activity, and could not be saved. */
function EditorOfSeller({ prestation }: { prestation: PrestationDetail }) {
  const { data: seller, error, refetch } = useQuery(sellerQuery);
  if (seller !== undefined) return <Editor prestation={prestation} seller={seller} />;
  return error ? <ProblemAlert error={error} retry={() => void refetch()} /> : <Loading />;
}

interface EditorProps {
  readonly prestation: PrestationDetail;
  readonly seller: Seller | null;
}
function Editor({ prestation, seller }: EditorProps) {
  const { t } = useTranslation();
  const me = useMe();
  const queries = useQueryClient();
  const language = currentLanguage();
  const { id, lines, discounts, linesVersion, stages } = prestation;
  const saved = useMemo(
    () => sheetOf({ lines, discounts }, linesVersion, language),
    [lines, discounts, linesVersion, language],
  );
  const activities = activitiesOf(seller);
  const activityName = useActivityName();
  const save = async (sheet: Sheet, version: number) => {
    const whole = discounts.map(({ label }) => label);
    const body = bodyOf(sheet, version, labelsOf(lines), whole);
    const params = { path: { id } };
    try {
      const answer = await content(api.PUT('/api/v1/prestations/{id}/lines', { params, body }));
      return sheetOf(answer, answer.version, language);
    } catch (error) {
      // With the other person's lines, the editor can offer to keep both.
      if (asProblem(error).code === 'PRESTATION.CHANGED_MEANWHILE') await askAgain(queries, ...TOUCHED);
      throw error;
    }
  };
  return (
    <>
      {seller === null && <p className="is-late">{t('prestations.lines.noSeller')}</p>}
      <LineEditor
        key={language}
        name={draftName(me.id, `lines-${id}-${language}`)}
        saved={saved}
        defaults={{ activity: activities[0] ?? '', nature: 'services', servedOn: today(NETWORK_ZONE) }}
        choices={{
          activities: activities.map((value) => ({ value, label: activityName(value) })),
          stages: stages.map(({ id: value, name }) => ({ value, label: name })),
        }}
        save={save}
        touches={TOUCHED}
        calculate={calculate}
        find={find}
        findPrice={findPrice(id)}
      />
    </>
  );
}

const MOST_FOUND = 8;

/** Articles of the catalogue that match; each brings its price, unit and taxation into the line. */
async function find(search: string): Promise<readonly FoundArticle[]> {
  const { items } = await ask('/api/v1/articles', { query: { search, limit: MOST_FOUND } });
  const language = currentLanguage();
  return items.map((article) => {
    const { unit, basis, unitPrice, activity, nature, descriptionFr, descriptionEn } = article;
    const name = nameIn(article);
    const description = language === 'fr' ? descriptionFr : descriptionEn;
    return {
      id: article.id,
      name: article.code ? `${article.code} – ${name}` : name,
      price: `${formatPrice(unitPrice)} / ${basis === 1 ? '' : `${formatNumber(basis)} `}${t(`lineEditor.units.${unit}`)}`,
      row: {
        ...{ kind: 'article', articleId: article.id, label: name, unit, activity, nature },
        unitPrice: shownDecimal(unitPrice, language),
        basis: String(basis),
        details: description ? [description] : [],
      },
    } satisfies FoundArticle;
  });
}
