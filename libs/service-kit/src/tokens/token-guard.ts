import { Inject, Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { ModuleRef, Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../errors/problem-error.js';
import { ACCESS } from './access.js';
import type { Access } from './access.js';
import { isWellFormedToken } from './create-token.js';
import { requireThisHost, requireThisMachine } from './open-access.js';
import { presentedToken } from './presented-token.js';
import type { Scope } from './scopes.js';
import { TOKEN_PLACES, type TokenPlaces } from './token-places.js';
import { allows, TokenRegistry } from './token-registry.js';

/** Lets a request through to its route if its token allows what the route asks for. */
@Injectable()
export class TokenGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(TokenRegistry) private readonly tokens: TokenRegistry,
    @Inject(ModuleRef) private readonly modules: ModuleRef,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const declaredOn = [context.getHandler(), context.getClass()];
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, declaredOn);
    // Fails closed: a route that forgot to say who may call it is found by its first test, not by a stranger.
    if (access === undefined) {
      throw new Error(
        `${context.getClass().name}.${context.getHandler().name} has neither @RequireScope nor @PublicRoute nor @DashboardPage`,
      );
    }
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (access === 'public' || this.isPublished(request, access)) return true;
    if (access === 'page') {
      if (this.tokens.isOpen) requireThisHost(request);
    } else if (this.tokens.isOpen) requireThisMachine(request);
    else {
      const places = this.reflector.getAllAndOverride<TokenPlaces | undefined>(
        TOKEN_PLACES,
        declaredOn,
      );
      const scope = typeof access === 'object' ? access.scope : access;
      this.requireScope(presentedToken(request, places), scope);
    }
    return true;
  }

  private isPublished(request: FastifyRequest, access: Access): boolean {
    if (typeof access !== 'object') return false;
    return this.modules.get(access.publication, { strict: false }).covers(request);
  }

  private requireScope(presented: string | undefined, wanted: Scope): void {
    if (presented === undefined) {
      throw new ProblemError('TL_UNAUTHORIZED', {
        detail: 'The request has no token.',
        headers: { 'www-authenticate': 'Bearer realm="throughline"' },
      });
    }
    const token = this.tokens.find(presented);
    if (token === undefined) {
      throw new ProblemError('TL_UNAUTHORIZED', {
        detail: isWellFormedToken(presented)
          ? 'The token is not, or no longer, configured.'
          : 'The token is not known and does not look like one of ours: was it cut off or wrapped?',
        headers: { 'www-authenticate': 'Bearer realm="throughline", error="invalid_token"' },
      });
    }
    if (!allows(token.scopes, wanted)) {
      throw new ProblemError('TL_FORBIDDEN', {
        detail: `The token "${token.name}" may ${token.scopes.join(', ')}; this needs ${wanted}.`,
        headers: {
          'www-authenticate': `Bearer realm="throughline", error="insufficient_scope", scope="${wanted}"`,
        },
      });
    }
  }
}
