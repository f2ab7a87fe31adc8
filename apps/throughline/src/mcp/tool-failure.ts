import type { CallToolResult } from '@modelcontextprotocol/server';
import { CommandFailure, messageOf } from '../command-failure.js';
import { foreignText } from '../text/foreign-text.js';

/** A refusal may list everything that would have been possible, and repeat what was asked. */
const LONGEST_MESSAGE = 600;

/**
 * What did not work, as an answer of the tool: a model can read it and ask better. What is no failure
 * that we know of is told to whoever runs the server, not to the model.
 */
export function toolFailure(error: unknown, note: (text: string) => void): CallToolResult {
  if (!(error instanceof CommandFailure)) {
    note(`a question failed in an unexpected way: ${messageOf(error)}`);
  }
  return { isError: true, content: [{ type: 'text', text: inWords(error) }] };
}

function inWords(error: unknown): string {
  if (error instanceof CommandFailure) return foreignText(error.message, LONGEST_MESSAGE);
  return 'the question failed in an unexpected way; the log of `throughline mcp` says why';
}
