import { SetMetadata } from '@nestjs/common';
import type { Scope } from './scopes.js';

/** Metadata key of what a route asks of its caller. */
export const ACCESS = 'throughline:access';

export type Access = Scope | 'public' | 'page';

/** The route answers to tokens with this scope (or `admin`) only. On a method or a whole controller. */
export const RequireScope = (scope: Scope) => SetMetadata<string, Access>(ACCESS, scope);

/** The route answers anyone: probes, static pages, and webhooks, which prove themselves by their signature. */
export const PublicRoute = () => SetMetadata<string, Access>(ACCESS, 'public');

/**
 * The route is part of the dashboard, which holds no data and has to be there before anyone can give it a token:
 * it answers anyone, but without tokens under no other name than this machine's.
 */
export const DashboardPage = () => SetMetadata<string, Access>(ACCESS, 'page');
