import { readFileSync } from 'node:fs';
import { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { ApiClient } from '../api/api-client.js';
import { INSTRUCTIONS } from './instructions.js';
import type { Tool } from './tool.js';
import { toolFailure } from './tool-failure.js';
import { TOOLS } from './tools.js';

const VERSION = versionOf(new URL('../../package.json', import.meta.url));

/** What an assistant's server has of the world. */
export interface AssistantWorld {
  /** The platform; a question that is cancelled stops asking it. */
  readonly api: (signal: AbortSignal) => ApiClient;
  /** Tells whoever runs the server. On stdio nothing but the protocol may go to stdout. */
  readonly note: (text: string) => void;
}

/** The server that an assistant talks to; one for each connection or request. */
export function createMcpServer(world: AssistantWorld): McpServer {
  const server = new McpServer(
    { name: 'throughline', title: 'Throughline', version: VERSION },
    { instructions: INSTRUCTIONS },
  );
  for (const tool of TOOLS) register(server, tool, world);
  return server;
}

function register(server: McpServer, tool: Tool, { api, note }: AssistantWorld): void {
  const { name, title, description, input, output } = tool;
  server.registerTool(
    name,
    {
      title,
      description,
      inputSchema: input,
      outputSchema: output,
      annotations: {
        readOnlyHint: true,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: false,
      },
    },
    async (asked, { mcpReq }) => {
      try {
        const { says, data } = await tool.answer(api(mcpReq.signal), asked);
        return { content: [{ type: 'text', text: says.join('\n') }], structuredContent: data };
      } catch (error) {
        return toolFailure(error, note);
      }
    },
  );
}

function versionOf(manifest: URL): string {
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(manifest, 'utf8')))
    .version;
}
