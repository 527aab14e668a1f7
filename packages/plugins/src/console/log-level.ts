/** Levels at which plugins log. */
export const LOG_LEVELS = ['debug', 'log', 'info', 'warn', 'error'] as const;

/** Level at which a plugin logged. */
export type LogLevel = (typeof LOG_LEVELS)[number];
