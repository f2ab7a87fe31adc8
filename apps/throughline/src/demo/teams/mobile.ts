import type { TeamPlan } from '../company.js';

/** Apps that are released every three weeks after a long review: much is always waiting. */
export const mobile: TeamPlan = {
  name: 'mobile',
  people: ['nadia', 'oskar', 'priya', 'quentin', 'rosa', 'sven', 'tomoko', 'umar'],
  habits: {
    merging: 'merge',
    commitsPerChange: [2, 6],
    coding: [5, 40],
    pickup: [3, 20],
    review: [3, 30],
    release: { kind: 'train', weekday: 2, everyWeeks: 3 },
    rolloutMinutes: [45, 150],
    failedRollouts: 0.06,
    harmful: 0.12,
    rollsBack: 0.2,
  },
  repositories: [
    {
      name: 'northwind/ios-app',
      services: [
        {
          name: 'ios-app',
          extension: 'swift',
          tier: 1,
          changesPerDay: 0.9,
          folders: ['Sources'],
          subjects: [
            'the checkout sheet',
            'Apple Pay',
            'offline baskets',
            'deep links',
            'VoiceOver labels',
            'the order timeline',
          ],
          symptoms: [
            'The app crashes when a basket is opened',
            'Customers are signed out after the update',
          ],
        },
      ],
    },
    {
      name: 'northwind/android-app',
      services: [
        {
          name: 'android-app',
          extension: 'kt',
          tier: 1,
          changesPerDay: 0.9,
          folders: ['app/src/main'],
          subjects: [
            'the checkout screen',
            'Google Pay',
            'push permissions',
            'the product gallery',
            'dark mode',
            'startup time',
          ],
          symptoms: [
            'The app does not start on Android 12',
            'Push notifications open an empty screen',
          ],
        },
      ],
    },
    {
      name: 'northwind/mobile-gateway',
      services: [
        {
          name: 'mobile-gateway',
          extension: 'ts',
          tier: 1,
          changesPerDay: 0.5,
          folders: ['src'],
          subjects: [
            'response caching',
            'app version checks',
            'session refresh',
            'the basket endpoint',
            'rate limits',
          ],
          symptoms: ['The apps show an error page', 'Sessions expire after a minute'],
        },
      ],
    },
    {
      name: 'northwind/in-app-chat',
      services: [
        {
          name: 'in-app-chat',
          extension: 'ts',
          tier: 3,
          changesPerDay: 0.2,
          folders: ['src'],
          subjects: ['the chat window', 'agent handover', 'message drafts', 'attachments'],
          symptoms: ['Chat messages are lost'],
          onboardedOnDay: 120,
          deployed: 'never',
        },
      ],
    },
  ],
};
