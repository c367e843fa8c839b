import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';

/** From one place to the next, the pointer is seen so many times. */
const POINTER_STEPS = 5;
const POINTER_MS = 70;
const PRESSED_MS = 250;

/** In the browser: a line of words at the bottom, and a pointer, above the page. */
const OVERLAY = `(() => {
  if (document.getElementById('film-words')) return;
  const add = (id, style) => {
    const made = Object.assign(document.createElement('div'), { id });
    made.setAttribute('aria-hidden', 'true');
    Object.assign(made.style, { position: 'fixed', zIndex: '99999', pointerEvents: 'none' }, style);
    document.documentElement.append(made);
  };
  add('film-words', {
    left: '50%', bottom: '14px', transform: 'translateX(-50%)', padding: '9px 18px', borderRadius: '10px',
    background: '#1b1c1a', color: '#ffffff', font: '600 17px Inter, sans-serif', whiteSpace: 'nowrap',
    boxShadow: '0 2px 14px rgb(0 0 0 / 35%)',
  });
  add('film-pointer', {
    width: '22px', height: '22px', margin: '-11px 0 0 -11px', borderRadius: '50%', border: '3px solid #1b1c1a',
    background: 'rgb(255 255 255 / 55%)', boxShadow: '0 0 0 2px #ffffff', left: '-40px', top: '-40px',
  });
})()`;

interface Frame {
  readonly file: string;
  readonly ms: number;
}
interface Place {
  readonly x: number;
  readonly y: number;
}

/** Pictures of pages, one after the other, each with the time for which it is shown. */
export class Film {
  private readonly frames: Frame[] = [];
  private pointer: Place = { x: 400, y: 620 };
  private words = '';

  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
  }

  say(words: string): void {
    this.words = words;
  }

  /** Shows a page as it is now. */
  async shoot(page: Page, ms: number): Promise<void> {
    await page.evaluate(OVERLAY);
    const { x, y } = this.pointer;
    await page.evaluate(`(() => {
      document.getElementById('film-words').textContent = ${JSON.stringify(this.words)};
      Object.assign(document.getElementById('film-pointer').style, { left: '${x}px', top: '${y}px' });
    })()`);
    const file = `frame-${String(this.frames.length).padStart(3, '0')}.png`;
    await page.screenshot({ path: join(this.folder, file), animations: 'disabled' });
    this.frames.push({ file, ms });
  }

  /** Scrolls to what is to be seen: away from the words at the bottom. */
  async centre(target: Locator): Promise<void> {
    await target.evaluate((each: { scrollIntoView(where: { block: string }): void }) =>
      each.scrollIntoView({ block: 'center' }),
    );
  }

  /** Leads the pointer to a button, and presses it. */
  async press(page: Page, target: Locator): Promise<void> {
    await this.centre(target);
    const box = await target.boundingBox();
    if (!box) throw new Error(`${target} is not on the page`);
    const from = this.pointer;
    const to = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    for (let step = 1; step <= POINTER_STEPS; step++) {
      const share = step / POINTER_STEPS;
      this.pointer = { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
      await this.shoot(page, step === POINTER_STEPS ? PRESSED_MS : POINTER_MS);
    }
    await target.click();
  }

  /** Writes down how long each picture is shown. */
  end(): void {
    writeFileSync(join(this.folder, 'frames.json'), JSON.stringify(this.frames));
  }
}
