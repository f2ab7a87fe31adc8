import type { TeamPlan } from '../company.js';

const WHOLE_REPOSITORY = ['src'] as const;

/** Small changes, each deployed by itself, several a day; what goes wrong is soon rolled back. */
export const payments: TeamPlan = {
  name: 'payments',
  people: ['amara', 'bruno', 'chiara', 'dmitri', 'esther', 'farid'],
  habits: {
    merging: 'squash',
    commitsPerChange: [1, 1],
    coding: [0.5, 7],
    pickup: [0.1, 2.5],
    review: [0.2, 3],
    release: { kind: 'continuous' },
    rolloutMinutes: [4, 11],
    failedRollouts: 0.015,
    harmful: 0.03,
    rollsBack: 0.75,
  },
  repositories: [
    {
      name: 'northwind/payments-api',
      services: [
        {
          name: 'payments-api',
          extension: 'kt',
          tier: 1,
          changesPerDay: 1.9,
          folders: WHOLE_REPOSITORY,
          subjects: [
            'card captures',
            '3-D Secure challenges',
            'refund requests',
            'idempotency keys',
            'webhook signatures',
            'partial captures',
            'currency conversion',
          ],
          symptoms: [
            'Card payments time out at checkout',
            'Refunds are answered with 500',
            'Some customers are asked for 3-D Secure twice',
          ],
        },
      ],
    },
    {
      name: 'northwind/ledger',
      services: [
        {
          name: 'ledger',
          extension: 'kt',
          tier: 1,
          changesPerDay: 1.1,
          folders: WHOLE_REPOSITORY,
          subjects: [
            'journal entries',
            'the daily balance',
            'account closing',
            'rounding of fees',
            'settlement files',
            'double-entry checks',
          ],
          symptoms: [
            'The daily balance is late',
            'Fees are posted twice',
            'Settlement file was rejected by the bank',
          ],
        },
      ],
    },
    {
      name: 'northwind/payouts',
      services: [
        {
          name: 'payouts',
          extension: 'kt',
          tier: 2,
          changesPerDay: 0.7,
          folders: WHOLE_REPOSITORY,
          subjects: [
            'SEPA batches',
            'payout schedules',
            'bank account checks',
            'returned transfers',
            'merchant notices',
          ],
          symptoms: ['Payouts to merchants are delayed', 'Returned transfers are not credited'],
        },
      ],
    },
    {
      name: 'northwind/statement-export',
      services: [
        {
          name: 'statement-export',
          extension: 'ts',
          tier: 3,
          changesPerDay: 0.4,
          folders: WHOLE_REPOSITORY,
          subjects: ['the PDF layout', 'CSV columns', 'monthly statements', 'the download link'],
          symptoms: ['Statements cannot be downloaded'],
          onboardedOnDay: 146,
          deployed: { onceOnDay: 168 },
        },
      ],
    },
  ],
};
