import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** A scroll position nearer to the end than this counts as the end: half a line, in pixels. */
const NEAR_PX = 8;

/** Lines of a console, the newest at the bottom; it does not scroll while the reader has scrolled up. */
export function ConsoleLines({ lines, isLost = false }: { lines: readonly string[]; isLost?: boolean }) {
  const { t } = useTranslation();
  const block = useRef<HTMLElement>(null);
  const isAtEnd = useRef(true);
  const text = lines.join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: new lines: scroll to their end
  useEffect(() => {
    if (block.current && isAtEnd.current) block.current.scrollTop = block.current.scrollHeight;
  }, [text]);
  return (
    <section
      ref={block}
      className="console"
      data-lost={isLost || undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must reach what scrolls
      tabIndex={0}
      aria-label={t('machine.console.lines')}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        isAtEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_PX;
      }}
    >
      <pre>{text}</pre>
    </section>
  );
}
