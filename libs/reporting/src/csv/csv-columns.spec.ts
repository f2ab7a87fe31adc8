import { expect, it } from '@jest/globals';
import { z } from 'zod';
import { cellAt, columnName, columnsOf } from './csv-columns.js';

const schema = z.object({
  id: z.string(),
  leadTime: z.object({ p50: z.number().nullable() }).nullable(),
  services: z.array(z.string()),
  links: z.array(z.object({ rule: z.string(), deploymentId: z.string().optional() })),
  stages: z
    .object({ coding: z.number(), waiting: z.number() })
    .or(z.object({ coding: z.number(), deploy: z.number() })),
});

it('names a column for each value, as the path to it in JSON', () => {
  expect(columnsOf(schema).map(columnName)).toEqual([
    'id',
    'leadTime.p50',
    'services',
    'links.rule',
    'links.deploymentId',
    'stages.coding',
    'stages.waiting',
    'stages.deploy',
  ]);
});

it('joins the values of a list, with a place for what one of its things lacks', () => {
  const item: z.infer<typeof schema> = {
    id: '1',
    leadTime: null,
    services: ['api', 'web'],
    links: [
      { rule: 'rollback', deploymentId: '7' },
      { rule: 'verdict' },
      { rule: 'stated', deploymentId: '9' },
    ],
    stages: { coding: 0, deploy: 5 },
  };
  expect(columnsOf(schema).map((column) => cellAt(item, column))).toEqual([
    '1',
    null,
    'api; web',
    'rollback; verdict; stated',
    '7; ; 9',
    0,
    null,
    5,
  ]);
  expect(cellAt({ ...item, links: [] }, ['links', 'rule'])).toBeNull();
});
