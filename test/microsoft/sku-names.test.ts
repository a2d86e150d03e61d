/** What people call a product, by the id that Microsoft sells it under. */
import assert from 'node:assert/strict';
import { skuName } from '../../bot/microsoft/sku-names.ts';
import { skus } from '../stand-ins/tenant/catalogue.ts';

describe('the name of a product', () => {
  const another = '0f0f0f0f-0000-4000-8000-00000000abcd';

  it('goes by its id, in whatever letters, even where the part number is another’s', () => {
    assert.equal(skuName(skus.visio2.id.toUpperCase(), 'POWER_BI_PRO'), skuName(skus.visio2.id, skus.visio2.part));
  });

  it('is what people say: that a SKU is sold to departments is no part of it', () => {
    assert.equal(skuName(skus.project3Dept.id, skus.project3Dept.part), 'Project Plan 3');
    assert.equal(skuName('POWER_BI_PRO_DEPT', 'POWER_BI_PRO_DEPT'), 'Power BI Pro');
    assert.equal(skuName('FLOW_PER_USER_DEPT', 'FLOW_PER_USER_DEPT'), 'Power Automate per user plan');
  });

  it('is not that of another id with the same part number', () => {
    assert.equal(skuName(another, 'VISIOCLIENT'), 'VISIOCLIENT');
    assert.equal(skuName(another, 'POWER_BI_PRO'), 'POWER_BI_PRO');
  });

  it('goes by the part number where there is no id, unless products of several prices share it', () => {
    assert.equal(skuName('VISIOCLIENT', 'VISIOCLIENT'), skuName(skus.visio2.id, 'VISIOCLIENT'));
    assert.equal(skuName('MCOPSTN5', 'MCOPSTN5'), 'MCOPSTN5');
  });
});
