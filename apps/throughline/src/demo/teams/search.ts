import type { TeamPlan } from '../company.js';

/** Four services in one repository, released together every Wednesday; a change of index went badly. */
export const search: TeamPlan = {
  name: 'search',
  people: ['goran', 'hana', 'ines', 'jonas', 'kavita', 'liam', 'mei'],
  habits: {
    merging: 'merge',
    commitsPerChange: [1, 4],
    coding: [2, 20],
    pickup: [1, 9],
    review: [1, 12],
    release: { kind: 'train', weekday: 3, everyWeeks: 1 },
    rolloutMinutes: [12, 30],
    failedRollouts: 0.03,
    harmful: 0.05,
    rollsBack: 0.5,
    badDays: [96, 126],
  },
  repositories: [
    {
      name: 'northwind/discovery',
      services: [
        {
          name: 'search-api',
          extension: 'go',
          tier: 1,
          changesPerDay: 1.2,
          folders: ['services/search-api', 'libs/ranking'],
          subjects: [
            'query parsing',
            'facets',
            'synonyms',
            'result highlighting',
            'typo tolerance',
            'the ranking features',
          ],
          symptoms: [
            'Search answers are slow',
            'Search shows products that are sold out',
            'Facets are empty for logged-in customers',
          ],
        },
        {
          name: 'search-indexer',
          extension: 'go',
          tier: 2,
          changesPerDay: 0.8,
          folders: ['services/search-indexer', 'libs/documents'],
          subjects: [
            'incremental indexing',
            'the document schema',
            'index aliases',
            'bulk writes',
            'tombstones',
          ],
          symptoms: ['New products do not appear in search', 'The index lags behind by hours'],
        },
        {
          name: 'recommendations',
          extension: 'py',
          tier: 2,
          changesPerDay: 0.9,
          folders: ['services/recommendations', 'libs/ranking'],
          subjects: [
            'similar products',
            'the cold start',
            'session features',
            'the model fallback',
            'diversity of results',
          ],
          symptoms: ['Product pages show no recommendations', 'Recommendations repeat one product'],
        },
        {
          name: 'catalog-feed',
          extension: 'go',
          tier: 3,
          changesPerDay: 0.5,
          folders: ['services/catalog-feed', 'libs/documents'],
          subjects: ['supplier feeds', 'image links', 'price updates', 'feed validation'],
          symptoms: ['Supplier prices are a day old', 'The feed import stops halfway'],
        },
      ],
    },
  ],
};
