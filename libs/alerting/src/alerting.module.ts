import { Module } from '@nestjs/common';

/** The alerting service. It has nothing but its probes yet, which the service kit adds. */
@Module({})
export class AlertingModule {}
