/** A JSON value: the only kind of value that variables, snapshots, events, commands and facts hold. */
export type Json = null | boolean | number | string | Json[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  [name: string]: Json;
}

/** Process variables by name. */
export type Variables = JsonObject;
