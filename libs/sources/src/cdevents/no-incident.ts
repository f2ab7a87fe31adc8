/** Why nothing came of what went wrong, for the answer to its sender. */
export const NO_INCIDENT =
  'the configuration does not call it an incident: add a rule to `incidents` of this source if it is one';
