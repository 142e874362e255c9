/** What the API needs of a logger; pino's shape. */
export interface Log {
  error(context: object, message: string): void;
  warn(context: object, message: string): void;
  info(context: object, message: string): void;
}
