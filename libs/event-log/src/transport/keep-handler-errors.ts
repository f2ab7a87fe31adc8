import type { RpcExceptionFilter } from '@nestjs/common';
import { Catch } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { throwError } from 'rxjs';

/**
 * A filter that lets a handler's own error reach the log, where it is reported with each retry, in place of
 * Nest's "Internal server error": `microservice.useGlobalFilters(new KeepHandlerErrors())`.
 */
@Catch()
export class KeepHandlerErrors implements RpcExceptionFilter {
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}
