import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { retryLater } from '@throughline/service-kit';
import { StoreQueryError } from '@throughline/store';
import { catchError, type Observable, throwError } from 'rxjs';

/** ClickHouse comes back after a restart or an overload within seconds. */
const RETRY_AFTER_SECONDS = 5;

/** Answers a failure of the store that passes by itself with 503 and when to ask again. */
@Injectable()
export class StoreUnavailableInterceptor implements NestInterceptor {
  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(catchError((error: unknown) => throwError(() => problemOf(error))));
  }
}

function problemOf(error: unknown): unknown {
  if (!(error instanceof StoreQueryError) || !error.retryable) return error;
  return retryLater('TL_STORE_UNAVAILABLE', RETRY_AFTER_SECONDS, { cause: error });
}
