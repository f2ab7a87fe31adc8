import { z } from 'zod';

/**
 * Whose each service was, and since when: a list of services, and for each how many tenures it has
 * and where in the lists of starts and teams they begin (from 1). The first tenure of a service
 * starts at 0.
 */
export const teamParams = {
  tenureServices: z.array(z.string()),
  tenureOffsets: z.array(z.int()),
  tenureCounts: z.array(z.int()),
  tenureStarts: z.array(z.int()),
  tenureTeams: z.array(z.string()),
  everyTeam: z.boolean(),
  teams: z.array(z.string()),
};

export interface TeamScope {
  readonly tenureServices: string[];
  readonly tenureOffsets: number[];
  readonly tenureCounts: number[];
  readonly tenureStarts: number[];
  readonly tenureTeams: string[];
  readonly everyTeam: boolean;
  readonly teams: string[];
}

const lookUp = (service: string, values: string) =>
  `transform(${service}, {tenureServices:Array(String)}, {${values}:Array(UInt32)}, toUInt32(0))`;

/**
 * Whose a service was at a moment; '' for nobody's.
 *
 * @param service an expression of the service's name
 * @param instant an expression of epoch milliseconds
 */
export const teamAt = (service: string, instant: string) => `
  if(
    ${lookUp(service, 'tenureCounts')} = 0,
    '',
    {tenureTeams:Array(String)}[
      ${lookUp(service, 'tenureOffsets')} - 1 + greatest(1, arrayLastIndex(
        start -> start <= ${instant},
        arraySlice(
          {tenureStarts:Array(Int64)},
          ${lookUp(service, 'tenureOffsets')},
          ${lookUp(service, 'tenureCounts')}
        )
      ))
    ]
  )`;

/** Whether a service was one of the teams' that are asked for. */
export const ofTeams = (service: string, instant: string) => `
  ({everyTeam:Bool} OR ${teamAt(service, instant)} IN {teams:Array(String)})`;
