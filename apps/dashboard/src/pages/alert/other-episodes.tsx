import type { AlertDetail } from '@throughline/api-client';
import { AlertLink } from '../../alerts/alert-link.js';
import { lastedInWords, resolutionInWords } from '../../alerts/alert-words.js';
import { Card } from '../../components/card.js';
import { useTimezone } from '../../filters/use-filters.js';
import { momentInWords } from '../../words/dates.js';
import styles from './other-episodes.module.css';

interface OtherEpisodesProps extends Pick<AlertDetail, 'history'> {
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** When the same rule fired for the same before and after. */
export function OtherEpisodes({ history, now }: OtherEpisodesProps) {
  const timezone = useTimezone();
  return (
    <Card
      title="Other episodes"
      says="Of the same rule and the same place, newest first; 20 at most."
    >
      {history.length === 0 ? (
        <p className={styles.none}>None: it fired this once.</p>
      ) : (
        <ol className={styles.episodes}>
          {history.map((episode) => (
            <li key={episode.id}>
              <AlertLink id={episode.id}>{momentInWords(episode.startedAt, timezone)}</AlertLink>
              <span className={styles.end}>
                for {lastedInWords(episode, now)}
                {episode.resolution !== null && `, ${resolutionInWords(episode.resolution)}`}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
