import type { Instant } from '@throughline/events';
import type { TeamPlan } from './company.js';
import { Random } from './random.js';
import type { SampleActivity, SampleFeedback } from './sample-event.js';
import { afterWork, DAY, isWorkingDay } from './working-time.js';

interface Action {
  readonly action: string;
  /** The shortest and the longest that it takes. */
  readonly seconds: readonly [number, number];
}

const ACTIONS: readonly [Action, ...Action[]] = [
  { action: 'run-pipeline', seconds: [60, 600] },
  { action: 'view-dashboard', seconds: [5, 120] },
  { action: 'rotate-secret', seconds: [20, 90] },
  { action: 'create-environment', seconds: [120, 1500] },
  { action: 'scale-service', seconds: [10, 60] },
];

/** The platform is used by more people month by month; most of what they do succeeds. */
export function platformUse(
  { name, people, repositories }: TeamPlan,
  start: Instant,
  end: Instant,
  seed: string,
): readonly SampleActivity[] {
  const random = new Random(`${seed}/platform-use/${name}`);
  const services = repositories.flatMap((repository) => repository.services);
  const activities: SampleActivity[] = [];
  for (let day = start; day < end; day += DAY) {
    if (!isWorkingDay(day)) continue;
    const reach = 0.15 + (0.35 * (day - start)) / (end - start);
    for (const actor of people) {
      if (!random.chance(reach)) continue;
      const { action, seconds } = random.pick(ACTIONS);
      const service = services[random.whole(0, services.length - 1)]?.name;
      activities.push({
        type: 'activity',
        source: 'portal',
        id: `${name}-${activities.length + 1}`,
        actor,
        action,
        service,
        outcome: outcome(random),
        at: afterWork(day, random.between(0, 8.5)),
        durationSeconds: random.whole(...seconds),
      });
    }
  }
  return activities;
}

/** What people say of it, asked at the end of each month; not everybody answers. */
export function platformFeedback(
  { name, people }: TeamPlan,
  start: Instant,
  end: Instant,
  seed: string,
): readonly SampleFeedback[] {
  const random = new Random(`${seed}/feedback/${name}`);
  const answers: SampleFeedback[] = [];
  for (let asked = start + 29 * DAY; asked + 7 * DAY < end; asked += 30 * DAY) {
    for (const question of ['recommend', 'ease-of-delivery']) {
      const best = question === 'recommend' ? 10 : 5;
      for (let person = 0; person < people.length; person += 1) {
        if (!random.chance(0.6)) continue;
        answers.push({
          type: 'feedback',
          source: 'survey',
          id: `${name}-${answers.length + 1}`,
          question,
          score: random.whole(Math.ceil(best * 0.4), best),
          team: name,
          at: afterWork(asked, random.between(0, 30)),
        });
      }
    }
  }
  return answers;
}

function outcome(random: Random): 'succeeded' | 'failed' | 'needed_help' {
  if (random.chance(0.88)) return 'succeeded';
  return random.chance(0.6) ? 'failed' : 'needed_help';
}
