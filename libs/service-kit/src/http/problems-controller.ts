import { Controller, Get, Param } from '@nestjs/common';
import { PROBLEMS } from '../errors/catalogue.js';
import type { ProblemCode } from '../errors/catalogue.js';
import { PROBLEMS_PATH } from '../errors/problem-document.js';
import { ProblemError } from '../errors/problem-error.js';
import { PublicRoute } from '../tokens/access.js';

/** What the `type` of an error leads to. */
@PublicRoute()
@Controller(PROBLEMS_PATH)
export class ProblemsController {
  @Get()
  list() {
    return { problems: Object.entries(PROBLEMS).map(([code, problem]) => ({ code, ...problem })) };
  }

  @Get(':code')
  explain(@Param('code') code: string) {
    if (!Object.hasOwn(PROBLEMS, code)) throw new ProblemError('TL_NOT_FOUND');
    return { code, ...PROBLEMS[code as ProblemCode] };
  }
}
