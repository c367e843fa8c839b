import type { Schemas } from '../../../api/client';
import { orNull } from '../../../api/or-null';
import { audienceValues } from '../../../api/schema';

type Topic = Schemas['Topic'];
type Audience = Schemas['Audience'];

const ticksOf = (audiences: readonly Audience[]) =>
  Object.fromEntries(audienceValues.map((each) => [each, audiences.includes(each)])) as Record<
    Audience,
    boolean
  >;

/** A topic as its form shows it; without one, the usual. Each audience is a check box. */
export const typedOf = (topic?: Topic) => ({
  ...{ nameFr: topic?.nameFr ?? '', nameEn: topic?.nameEn ?? '', level: topic?.level ?? 'discover' },
  ...{ aimsFr: topic?.aimsFr ?? '', aimsEn: topic?.aimsEn ?? '' },
  ...{ lengthMinutes: String(topic?.lengthMinutes ?? 120), capacity: String(topic?.capacity ?? 8) },
  price: ((topic?.priceCents ?? 0) / 100).toFixed(2).replace(/\.00$/, ''),
  inductionKind: topic?.inductionKind ?? '',
  ...ticksOf(topic?.audiences ?? []),
});

export const bodyOf = (typed: ReturnType<typeof typedOf>, priceCents: number) => ({
  ...{ nameFr: typed.nameFr, nameEn: typed.nameEn, level: typed.level as Topic['level'] },
  ...{ aimsFr: typed.aimsFr, aimsEn: typed.aimsEn, priceCents },
  ...{ lengthMinutes: Number(typed.lengthMinutes), capacity: Number(typed.capacity) },
  inductionKind: orNull(typed.inductionKind),
  audiences: audienceValues.filter((each) => typed[each]),
});
