import { useTranslation } from 'react-i18next';
import { Empty } from '../../parts/empty';
import { FigureTable } from '../activity/figure-table';
import { CommentBox, EditComment } from './comment-box';
import { useFigureName } from './figure-name';
import type { Report, ReportObjective } from './report';

/** Each objective: the sentence of the agreement, its figures with targets, and what staff say about them. */
export function ObjectiveSections({ report }: { report: Report }) {
  const { t } = useTranslation();
  const { objectives } = report.content;
  return (
    <section className="activity-card" aria-label={t('reports.objectives')}>
      <h2>{t('reports.objectives')}</h2>
      {objectives.length === 0 && (
        <Empty title={t('reports.noObjectives')}>{t('reports.noObjectivesCure')}</Empty>
      )}
      {objectives.map((objective) => (
        <Item key={objective.id} report={report} objective={objective} />
      ))}
    </section>
  );
}

function Item({ report, objective }: { report: Report; objective: ReportObjective }) {
  const nameOf = useFigureName();
  const { id, title, quotation, comment, figures } = objective;
  return (
    <article className="reports-objective">
      <h3>{title}</h3>
      {quotation !== '' && <blockquote className="activity-quotation">{quotation}</blockquote>}
      {figures.length > 0 && (
        <FigureTable
          label={title}
          figures={figures.map((figure) => ({ ...figure, key: figure.id ?? '', name: nameOf(figure) }))}
        />
      )}
      {figures.map((figure) => (
        <CommentBox
          key={figure.id}
          report={report}
          commentKey={`indicator-${figure.id}`}
          name={nameOf(figure)}
          text={figure.comment}
        />
      ))}
      <CommentBox report={report} commentKey={`objective-${id}`} name={title} text={comment} />
      {report.mayComment && <WriteRow report={report} objective={objective} />}
    </article>
  );
}

/** Buttons for the comments that are not written yet. */
function WriteRow({ report, objective }: { report: Report; objective: ReportObjective }) {
  const { t } = useTranslation();
  const nameOf = useFigureName();
  const { id, title, comment, figures } = objective;
  const open = figures.filter((figure) => figure.comment === null);
  if (comment !== null && open.length === 0) return null;
  return (
    <div className="reports-write">
      <span>{t('reports.commentOn')}</span>
      {comment === null && (
        <EditComment
          report={report}
          commentKey={`objective-${id}`}
          name={title}
          text={null}
          label={t('reports.theObjective')}
        />
      )}
      {open.map((figure) => (
        <EditComment
          key={figure.id}
          report={report}
          commentKey={`indicator-${figure.id}`}
          name={nameOf(figure)}
          text={null}
          label={nameOf(figure)}
        />
      ))}
    </div>
  );
}
