import type { z } from 'zod';
import type { ApiClient } from '../api/api-client.js';

/** What a tool answers: lines that a model can quote, and the same as data. */
export interface ToolAnswer<Data> {
  /** Our own words and numbers, and the names of things; no text that an event brought. */
  readonly says: readonly string[];
  readonly data: Data;
}

/** A question that an assistant can ask. All only read. */
export interface Tool<
  Input extends z.ZodObject = z.ZodObject,
  Output extends z.ZodObject = z.ZodObject,
> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: Input;
  readonly output: Output;
  answer(api: ApiClient, input: z.output<Input>): Promise<ToolAnswer<z.input<Output>>>;
}

/** Ties the types of a tool's schemas to its answer. */
export function defineTool<Input extends z.ZodObject, Output extends z.ZodObject>(
  tool: Tool<Input, Output>,
): Tool<Input, Output> {
  return tool;
}
