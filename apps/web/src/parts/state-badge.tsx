import { Badge } from '@mantine/core';

export type Tone = 'good' | 'soon' | 'bad' | 'neutral';

const LOOKS: Record<Tone, { shape: string; color: string }> = {
  good: { shape: '✓', color: 'teal' },
  soon: { shape: '△', color: 'orange' },
  bad: { shape: '✕', color: 'red' },
  neutral: { shape: '○', color: 'gray' },
};

/** A state as a shape and a word; the colour only repeats them. Black on white, or the reverse: it must be read. */
export function StateBadge({ tone, children }: { tone: Tone; children: string }) {
  const { shape, color } = LOOKS[tone];
  return (
    <Badge
      variant="outline"
      color={color}
      size="lg"
      tt="none"
      fw={600}
      className="state-badge"
      leftSection={<span aria-hidden>{shape}</span>}
    >
      {children}
    </Badge>
  );
}
