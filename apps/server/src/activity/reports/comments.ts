import type { ReportContent } from './report-content.dto';

/** What a comment of a report is about: `intro`, `objective-<id>` or `indicator-<id>`. */
export type CommentKey = string;

interface Commented {
  readonly objectives: readonly {
    readonly id: string;
    readonly figures: readonly { readonly id: string | null }[];
  }[];
}

/** The keys that a report can have comments for. */
export const commentKeys = ({ objectives }: Commented): CommentKey[] => [
  'intro',
  ...objectives.flatMap(({ id, figures }) => [
    `objective-${id}`,
    ...figures.map((figure) => `indicator-${figure.id}`),
  ]),
];

/** The report with its comments; those of objectives and indicators that it does not have any more are left out. */
export function withComments(
  content: ReportContent,
  comments: readonly { readonly key: CommentKey; readonly text: string }[],
): ReportContent {
  const texts = new Map(comments.map(({ key, text }) => [key, text]));
  const of = (key: CommentKey): string | null => texts.get(key) || null;
  return {
    ...content,
    intro: of('intro'),
    objectives: content.objectives.map((objective) => ({
      ...objective,
      comment: of(`objective-${objective.id}`),
      figures: objective.figures.map((figure) => ({ ...figure, comment: of(`indicator-${figure.id}`) })),
    })),
  };
}
