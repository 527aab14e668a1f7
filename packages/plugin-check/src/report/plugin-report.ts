import type {
  ErrorUse,
  EventUse,
  Leftover,
  MemberUse,
  ScriptUse,
} from '../page/page-report.js';
import type {ConsoleNote} from '../run/check-page.js';
import type {SourcePlace} from '../source-place.js';

/** What is checked. */
export const CHECKS = [
  'sample',
  'settings',
  'compiled',
  'ran',
  'threw',
  'events',
  'members',
  'scripts',
  'leftovers',
  'steps',
  'sandbox',
] as const;

/** Name of something that is checked. */
export type CheckName = (typeof CHECKS)[number];

/** Something that was found. */
export interface Finding {
  /** What was checked. */
  readonly check: CheckName;
  /**
   * `failed` keeps the check from passing; `allowed` would, had it not been
   * accepted; `note` is for information.
   */
  readonly status: 'failed' | 'allowed' | 'note';
  /** What was found, in words. */
  readonly message: string;
  /** The author's line, `null` when there is none. */
  readonly place: SourcePlace | null;
  /** Why it is accepted, `''` when no reason was given. */
  readonly reason: string;
}

/** How a scenario went, one time. */
export interface RoundReport {
  /** When it was run. */
  readonly when: 'first' | 'second' | 'after the switches' | 'sandbox';
  /** True when every step held. */
  readonly ok: boolean;
  /** How many steps were done. */
  readonly steps: number;
  /** Which step did not hold and why, `''` when all did. */
  readonly message: string;
}

/** Milliseconds that displays took, the plugin included. */
export interface DisplayTimes {
  /** The first. */
  readonly firstMs: number;
  /** Half of them were faster. */
  readonly medianMs: number;
  /** The slowest. */
  readonly worstMs: number;
}

/** How a plugin went in a sandbox. */
export interface SandboxReport {
  /** What it was allowed. */
  readonly permissions: readonly string[];
  /** What it threw, and what it was kept from. */
  readonly errors: readonly ErrorUse[];
  /** How the scenario went, `null` without one. */
  readonly round: RoundReport | null;
}

/** Everything that was found about one plugin. */
export interface PluginReport {
  /** Name of its folder. */
  readonly name: string;
  /** Path of its folder. */
  readonly folder: string;
  /** True when all holds. */
  readonly ok: boolean;
  /** True when its source is JavaScript that can run. */
  readonly compiled: boolean;
  /** How many displays there were. */
  readonly displays: number;
  /** In how many of them it was started. */
  readonly runs: number;
  /** What it threw. */
  readonly errors: readonly ErrorUse[];
  /** Events that it registered for. */
  readonly events: readonly EventUse[];
  /** Members of `LSI`, `Htx`, `DM` and what they lead to. */
  readonly members: readonly MemberUse[];
  /** Scripts of other servers. */
  readonly scripts: readonly ScriptUse[];
  /** What its displays left behind. */
  readonly leftovers: readonly Leftover[];
  /** Global variables that came. */
  readonly globals: readonly string[];
  /** Keys of `localStorage` that came. */
  readonly storageKeys: readonly string[];
  /** Time per display. */
  readonly display: DisplayTimes;
  /** Rounds of the scenario; empty without one. */
  readonly rounds: readonly RoundReport[];
  /** How it went in a sandbox, `null` when it is not for one. */
  readonly sandbox: SandboxReport | null;
  /** Warnings and errors on the console. */
  readonly console: readonly ConsoleNote[];
  /** What was found, failures first. */
  readonly findings: readonly Finding[];
}
