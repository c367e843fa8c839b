export type Tone = 'good' | 'soon' | 'bad' | 'neutral';

const SHAPES: Record<Tone, string> = { good: '✓', soon: '△', bad: '✕', neutral: '○' };

/** A state as a shape and a word; the colour only repeats them. */
export const StateBadge = ({ tone, children }: { tone: Tone; children: string }) => (
  <span className="state-badge" data-tone={tone}>
    <span aria-hidden>{SHAPES[tone]}</span> {children}
  </span>
);
