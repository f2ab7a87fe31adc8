/** Nest injection token of the `AllowedMethods` of the application. */
export const ALLOWED_METHODS = Symbol('AllowedMethods');
