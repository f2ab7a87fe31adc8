import { answerOf, type QueryOf } from '@throughline/api-client';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from './client.js';

type AlertsQuery = QueryOf<'/v1/alerts'>;

/** The most that the API gives at once. */
const MOST = 1000;

export function alertsQuestion(query: AlertsQuery) {
  return infiniteQueryOptions({
    queryKey: ['alerts', query],
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        api.GET('/v1/alerts', {
          params: { query: { ...query, ...(pageParam && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
}

/** What fires, whenever it began. */
export function firingAlertsQuestion(scope: Pick<AlertsQuery, 'service' | 'team' | 'environment'>) {
  const query: AlertsQuery = { ...scope, state: 'firing', limit: MOST };
  return queryOptions({
    queryKey: ['alerts firing', query],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/alerts', { params: { query }, signal })),
  });
}

export function alertQuestion(id: string) {
  return queryOptions({
    queryKey: ['alert', id],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/v1/alerts/{id}', { params: { path: { id } }, signal })),
  });
}
