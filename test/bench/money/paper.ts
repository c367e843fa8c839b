import type { PaperContent } from '@pandafab/domain';
import { makeFacturX } from '../../../apps/server/src/money/rendering/factur-x';
import { type Figure, percentile } from '../fleet/figures';

const MOST_MS = 80;
const MICROSECONDS = 1_000;

/** The processor time of PDF and XML of one invoice, after the first ones have loaded fonts and compiled code. */
export async function measurePaper(paper: PaperContent, rounds: number): Promise<Figure[]> {
  const times: number[] = [];
  const size = { pdf: 0, xml: 0 };
  for (let round = -WARM_UP; round < rounds; round++) {
    const begun = process.cpuUsage();
    const { pdf, xml } = await makeFacturX(paper);
    const { user, system } = process.cpuUsage(begun);
    if (round >= 0) times.push((user + system) / MICROSECONDS);
    Object.assign(size, { pdf: pdf.length, xml: xml.length });
  }
  const figure = { scenario: 'paper', unit: 'ms' };
  return [
    {
      ...figure,
      name: 'PDF and XML of five lines, CPU, median',
      value: percentile(times, 0.5),
      most: MOST_MS,
    },
    { ...figure, name: 'PDF and XML of five lines, CPU, 95 %', value: percentile(times, 0.95) },
    { scenario: 'paper', name: 'PDF', value: size.pdf / 1024, unit: 'KiB' },
    { scenario: 'paper', name: 'XML', value: size.xml / 1024, unit: 'KiB' },
  ];
}

const WARM_UP = 10;
