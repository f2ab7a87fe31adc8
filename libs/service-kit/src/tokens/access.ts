import { SetMetadata, type Type } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Scope } from './scopes.js';

/** Metadata key of what a route asks of its caller. */
export const ACCESS = 'throughline:access';

/** Knows what the configuration has made public of a route that asks for a token else. */
export interface Publication {
  covers(request: Pick<FastifyRequest, 'query'>): boolean;
}

interface ScopeUnlessPublic {
  readonly scope: Scope;
  readonly publication: Type<Publication>;
}

export type Access = Scope | ScopeUnlessPublic | 'public' | 'page';

/** The route answers to tokens with this scope (or `admin`) only. On a method or a whole controller. */
export const RequireScope = (scope: Scope) => SetMetadata<string, Access>(ACCESS, scope);

/**
 * The route answers anyone who asks for what was made public, and for the rest only tokens with the scope.
 *
 * @param publication a provider of the route's module
 */
export const RequireScopeUnlessPublic = (scope: Scope, publication: Type<Publication>) =>
  SetMetadata<string, Access>(ACCESS, { scope, publication });

/** The route answers anyone: probes, static pages, and webhooks, which prove themselves by their signature. */
export const PublicRoute = () => SetMetadata<string, Access>(ACCESS, 'public');

/**
 * The route is part of the dashboard, which holds no data and has to be there before anyone can give it a token:
 * it answers anyone, but without tokens under no other name than this machine's.
 */
export const DashboardPage = () => SetMetadata<string, Access>(ACCESS, 'page');
