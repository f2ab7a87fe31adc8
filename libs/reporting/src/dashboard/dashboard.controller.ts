import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { DashboardPage } from '@throughline/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DashboardFiles } from './dashboard-files.js';
import { sendFile } from './send-file.js';

/** Addresses below these are the server's own: what is not there is not found, and never a page. */
const NO_PAGES = ['v1', 'assets'];

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/** The dashboard: its files, and its page at every address that nothing else has. */
@Controller()
@DashboardPage()
export class DashboardController {
  constructor(private readonly files: DashboardFiles) {}

  @Get('assets/:name')
  async asset(
    @Param('name') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    // An encoded slash is part of the name here, and none of the bundler's names has one.
    if (/^\.|[/\\]/.test(name)) reply.callNotFound();
    else
      await sendFile(request, reply, this.files.assets, name, { maxAge: YEAR_MS, immutable: true });
  }

  /** The page itself finds out which of its pages the address is. */
  @Get('*')
  async page(
    @Param('*') path: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (NO_PAGES.includes(path.split('/', 1)[0] ?? '')) {
      reply.callNotFound();
      return;
    }
    reply.header('cache-control', 'no-cache');
    if (await this.files.hasBesideIndex(path)) {
      await sendFile(request, reply, this.files.folder, path, { cacheControl: false });
    } else {
      const index = await this.files.index();
      void reply.type('text/html; charset=utf-8').send(index);
    }
  }
}
