import { priceUsage, type TariffGroup, type TariffVersion } from '../../pricing';
import { chargedPartOf, materialOnly, NOTHING_CHARGED, type SettlementPolicy } from './settlement';

const policy: SettlementPolicy = { cancelledByMaker: 'all', cancelledByStaff: 'nothing', failed: 'material' };

describe('what is charged of a run', () => {
  it('is all of a run that is done, whatever the policy', () => {
    expect(chargedPartOf(NOTHING_CHARGED, { outcome: 'done', cancelledBy: null })).toBe('all');
  });

  it('is nothing of another one where the lab decided nothing', () => {
    for (const outcome of ['cancelled', 'failed', 'interrupted'] as const)
      expect(chargedPartOf(NOTHING_CHARGED, { outcome, cancelledBy: 'maker' })).toBe('nothing');
  });

  it('depends on who cancelled it, and a run that the lab lost counts as failed', () => {
    expect(chargedPartOf(policy, { outcome: 'cancelled', cancelledBy: 'maker' })).toBe('all');
    expect(chargedPartOf(policy, { outcome: 'cancelled', cancelledBy: 'staff' })).toBe('nothing');
    expect(chargedPartOf(policy, { outcome: 'cancelled', cancelledBy: null })).toBe('nothing');
    expect(chargedPartOf(policy, { outcome: 'failed', cancelledBy: null })).toBe('material');
    expect(chargedPartOf(policy, { outcome: 'interrupted', cancelledBy: null })).toBe('material');
  });
});

describe('the material alone', () => {
  const rates = {
    ...{ free: false, machineHourCents: 250, materials: {}, setUpFeeCents: 100, minimumCents: 2_000 },
    otherMaterials: { unitPriceCents: 10_000, basisGrams: 1_000 },
  };
  const categories = { member: rates, resident: { ...rates, free: true } };
  const tariff = { currency: 'EUR', categories } as unknown as TariffVersion;
  const price = (category: TariffGroup) =>
    materialOnly(
      priceUsage(tariff, { category, seconds: 3_600, materials: [{ material: 'PLA', milligrams: 12_000 }] }),
    );

  it('has no machine time, set-up or minimum', () => {
    expect(price('member')).toMatchObject({ valueCents: 120, chargedCents: 120 });
    expect(price('member').lines.map(({ code }) => code)).toEqual(['MATERIAL']);
  });

  it('stays free for those who print free of charge', () => {
    expect(price('resident')).toMatchObject({ valueCents: 120, chargedCents: 0 });
  });
});
