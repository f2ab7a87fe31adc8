import { Controller, Get } from '@nestjs/common';
import { type Definition, DEFINITIONS } from '@throughline/dora';
import { RequireScope } from '@throughline/service-kit';

@Controller('v1/definitions')
@RequireScope('read')
export class DefinitionsController {
  @Get()
  list(): { readonly items: readonly Definition[] } {
    return { items: DEFINITIONS };
  }
}
