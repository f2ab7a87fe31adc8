import { Client, StreamableHTTPClientTransport, type Tool } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { mainOf, RunningProgram } from '@throughline/testing';
import { Ajv2020 } from 'ajv/dist/2020.js';

/** The revisions of the protocol that assistants are written for. */
export type Revision = '2025-11-25' | '2026-07-28';

/** What a tool answered. */
export interface Told {
  readonly isError: boolean;
  readonly text: string;
  readonly data: Record<string, unknown>;
}

/** An assistant’s client, which holds every answer to the schema that the tool declares. */
export class Assistant {
  #tools: readonly Tool[] = [];
  readonly #ajv = new Ajv2020({ strict: false });

  private constructor(
    private readonly client: Client,
    private readonly server: RunningProgram | undefined,
  ) {}

  /** Starts the server as a child process and talks to its stdin and stdout. */
  static async onStdio(platform: string, revision: Revision): Promise<Assistant> {
    const client = clientOf(revision);
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: [mainOf('throughline'), 'mcp', '--url', platform],
        stderr: 'ignore',
      }),
    );
    return new Assistant(client, undefined);
  }

  /** Starts the server on a free port and talks streamable HTTP to it. */
  static async onHttp(
    platform: string,
    revision: Revision,
    workingDirectory: string,
  ): Promise<Assistant> {
    const { server, url } = await startHttpServer(platform, workingDirectory);
    const client = clientOf(revision);
    await client.connect(new StreamableHTTPClientTransport(new URL(url)));
    return new Assistant(client, server);
  }

  get revision(): string | undefined {
    return this.client.getNegotiatedProtocolVersion();
  }

  get instructions(): string | undefined {
    return this.client.getInstructions();
  }

  async tools(): Promise<readonly Tool[]> {
    this.#tools = (await this.client.listTools()).tools;
    return this.#tools;
  }

  async ask(name: string, question: Record<string, unknown> = {}): Promise<Told> {
    const result = await this.client.callTool({ name, arguments: question });
    const { isError = false, structuredContent } = result;
    const [content] = result.content;
    if (content?.type !== 'text') throw new Error(`${name} answered without a text`);
    if (!isError) await this.#hold(name, structuredContent);
    return { isError, text: content.text, data: structuredContent as Record<string, unknown> };
  }

  async close(): Promise<void> {
    await this.client.close();
    await this.server?.end();
  }

  async #hold(name: string, data: unknown): Promise<void> {
    if (this.#tools.length === 0) await this.tools();
    const schema = this.#tools.find((tool) => tool.name === name)?.outputSchema;
    if (schema === undefined) throw new Error(`${name} says not what it answers`);
    if (!this.#ajv.validate(schema, data)) {
      throw new Error(`${name} answers another shape: ${this.#ajv.errorsText()}`);
    }
  }
}

/** The server by itself, for what no client would send. */
export async function startHttpServer(platform: string, workingDirectory: string) {
  const words = ['mcp', '--http', '--port', '0', '--url', platform];
  const server = new RunningProgram('throughline', { words, workingDirectory });
  return { server, url: await server.said(/MCP is served at (\S+);/) };
}

function clientOf(revision: Revision): Client {
  const mode = revision === '2025-11-25' ? 'legacy' : { pin: revision };
  return new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } });
}
