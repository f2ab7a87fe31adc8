import { type DynamicModule, Module } from '@nestjs/common';
import {
  ALERT_ACTIONS_OPTIONS,
  type AlertActionsOptions,
} from './actions/alert-actions-options.js';
import { AlertActions } from './actions/alert-actions.js';
import { AlertActionsController } from './actions/alert-actions.controller.js';

/** What people can do about alerts over HTTP. */
@Module({})
export class AlertingModule {
  static register(options: AlertActionsOptions): DynamicModule {
    return {
      module: AlertingModule,
      controllers: [AlertActionsController],
      providers: [{ provide: ALERT_ACTIONS_OPTIONS, useValue: options }, AlertActions],
    };
  }
}
