import { answerOf, type QueryOf } from '@throughline/api-client';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from './client.js';

/** One function a question: its key is what is asked, so that the same question is asked once. */

export function metricsQuestion(query: QueryOf<'/v1/metrics'>) {
  return queryOptions({
    queryKey: ['metrics', query],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/metrics', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
}

export function servicesQuestion() {
  return queryOptions({
    queryKey: ['services'],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/services', { signal })),
  });
}

export function definitionsQuestion() {
  return queryOptions({
    queryKey: ['definitions'],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/definitions', { signal })),
    staleTime: Infinity,
  });
}

export function qualityQuestion(query: QueryOf<'/v1/quality'>) {
  return queryOptions({
    queryKey: ['quality', query],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/quality', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
}

export function deploymentsQuestion(query: QueryOf<'/v1/deployments'>) {
  return infiniteQueryOptions({
    queryKey: ['deployments', query],
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        api.GET('/v1/deployments', {
          params: { query: { ...query, ...(pageParam && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
}

export function incidentsQuestion(query: QueryOf<'/v1/incidents'>) {
  return infiniteQueryOptions({
    queryKey: ['incidents', query],
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        api.GET('/v1/incidents', {
          params: { query: { ...query, ...(pageParam && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
}

export function explainQuestion(query: QueryOf<'/v1/explain'>) {
  return infiniteQueryOptions({
    queryKey: ['explain', query],
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        api.GET('/v1/explain', {
          params: { query: { ...query, ...(pageParam && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** Names a deployment in an address. */
export interface DeploymentAddress {
  readonly service: string;
  readonly environment: string;
  readonly id: string;
}

export function deploymentQuestion(
  address: DeploymentAddress,
  query: QueryOf<'/v1/deployments/{service}/{environment}/{id}'>,
) {
  return queryOptions({
    queryKey: ['deployment', address, query],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/deployments/{service}/{environment}/{id}', {
          params: { path: { ...address }, query },
          signal,
        }),
      ),
  });
}

export function shippedCommitsQuestion(address: DeploymentAddress) {
  return infiniteQueryOptions({
    queryKey: ['commits of', address],
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        api.GET('/v1/deployments/{service}/{environment}/{id}/commits', {
          params: { path: { ...address }, query: { ...(pageParam && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

export function verdictsQuestion(address: DeploymentAddress) {
  return queryOptions({
    queryKey: ['verdicts', address],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/deployments/{service}/{environment}/{id}/verdicts', {
          params: { path: { ...address } },
          signal,
        }),
      ),
  });
}

export function commitQuestion(sha: string) {
  return queryOptions({
    queryKey: ['commit', sha],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/v1/commits/{sha}', { params: { path: { sha } }, signal })),
  });
}

export function incidentQuestion(
  address: { readonly source: string; readonly id: string },
  query: QueryOf<'/v1/incidents/{source}/{id}'>,
) {
  return queryOptions({
    queryKey: ['incident', address, query],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/incidents/{source}/{id}', { params: { path: { ...address }, query }, signal }),
      ),
  });
}

export function findingsQuestion(name: string, query: QueryOf<'/v1/quality/{name}'>) {
  return infiniteQueryOptions({
    queryKey: ['findings', name, query],
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        api.GET('/v1/quality/{name}', {
          params: { path: { name }, query: { ...query, ...(pageParam && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
}

export function arrivalsQuestion() {
  return queryOptions({
    queryKey: ['arrivals'],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/arrivals', { signal })),
  });
}

/** What webhooks are taken; where the services are separate the ingestor alone knows, and nobody answers. */
export function sourcesQuestion() {
  return queryOptions({
    queryKey: ['sources'],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/sources', { signal })),
    retry: false,
  });
}
