import { describe } from '@jest/globals';
import { IS_BUILT, TEST_BROKERS } from '@throughline/testing';

/** What a test needs that may not be there. */
interface Need {
  readonly met: boolean;
  /** Completes "skipped: …". */
  readonly otherwise: string;
}

const BUILT: Need = { met: IS_BUILT, otherwise: 'build first, as `npm test` does' };
const KAFKA: Need = {
  met: TEST_BROKERS !== undefined,
  otherwise: 'it needs Kafka, which `npm test` looks for',
};

/** Tests of the built programs. What is missing for them is in the name of the tests that are skipped for it. */
export function describePlatform(name: string, tests: () => void, ...needs: Need[]): void {
  const missing = [BUILT, ...needs].find(({ met }) => !met);
  if (missing === undefined) describe(name, tests);
  else describe.skip(`${name} (skipped: ${missing.otherwise})`, tests);
}

/** Tests of the built services on Kafka. */
export function describeOnKafka(name: string, tests: (brokers: string) => void): void {
  describePlatform(
    name,
    () => {
      tests(TEST_BROKERS ?? '');
    },
    KAFKA,
  );
}

/** The browser that `npm test` found. */
const CHROMIUM = process.env['THROUGHLINE_TEST_CHROMIUM'];

const BROWSER: Need = {
  met: CHROMIUM !== undefined,
  otherwise: 'it needs Chromium, which `npm test` looks for',
};

/** Tests of what the built platform shows in a browser. */
export function describeInBrowser(name: string, tests: (chromium: string) => void): void {
  describePlatform(
    name,
    () => {
      tests(CHROMIUM ?? '');
    },
    BROWSER,
  );
}
