import {spawn} from 'node:child_process';
import type {ChildProcessByStdio} from 'node:child_process';
import type {Readable, Writable} from 'node:stream';

import {CommandError} from '../errors.js';

import {readLines, readMessage} from './json-lines.js';
import type {Message} from './json-lines.js';

/** How a command is run. */
export interface CommandProcessOptions {
  /** Program and arguments; no shell is involved. */
  readonly command: readonly string[];
  /** Folder to run it in. */
  readonly cwd?: string;
  /** Environment; left out, that of this process. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** How long it may go on after it was told to stop, milliseconds. */
  readonly graceMs: number;
  /** Called with each message. */
  readonly onMessage: (message: Message) => void;
  /** Called with each line that is no message. */
  readonly onText: (line: string) => void;
}

const isWindows = process.platform === 'win32';

/** What a program writes before it fails is what tells why. */
const LAST_LINES = 5;

/** A program that speaks JSON lines over its standard streams. */
export class CommandProcess {
  /** Settles when it has ended, with words when it failed. */
  readonly ended: Promise<CommandError | null>;
  readonly #child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly #graceMs: number;
  #isOver = false;

  constructor(options: CommandProcessOptions) {
    const {command, cwd, env, onMessage, onText} = options;
    const [program = '', ...parameters] = command;
    this.#graceMs = options.graceMs;
    this.#child = spawn(program, parameters, {
      cwd,
      env: {...(env ?? process.env), PYTHONUNBUFFERED: '1'},
      // A group of its own: what the program starts ends with it.
      detached: !isWindows,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const lastLines: string[] = [];
    const onOther = (line: string): void => {
      lastLines.push(line);
      if (lastLines.length > LAST_LINES) lastLines.shift();
      onText(line);
    };
    readLines(this.#child.stdout, (line) => {
      const message = readMessage(line);
      if (message) onMessage(message);
      else if (line !== '') onOther(line);
    });
    readLines(this.#child.stderr, onOther);
    // A program that does not read is no reason to fail.
    this.#child.stdin.on('error', () => undefined);
    this.ended = this.#watch(program, lastLines);
  }

  /** Sends a message. */
  send(message: Message): void {
    if (this.#isOver || !this.#child.stdin.writable) return;
    this.#child.stdin.write(`${JSON.stringify(message)}\n`);
  }

  /** Says that nothing more will be sent. */
  endInput(): void {
    this.#child.stdin.end();
  }

  /**
   * Stops it: it is told to, then gets SIGTERM, then SIGKILL, each after the
   * time of grace.
   */
  async stop(): Promise<void> {
    this.send({type: 'cancel'});
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      if (await this.#endsWithin(this.#graceMs)) return;
      this.#signal(signal);
    }
    await this.ended;
  }

  /** Stops it without asking. */
  kill(): void {
    if (!this.#isOver) this.#signal('SIGKILL');
  }

  #signal(signal: NodeJS.Signals): void {
    const {pid} = this.#child;
    if (pid === undefined) return;
    try {
      if (isWindows) this.#child.kill(signal);
      else process.kill(-pid, signal);
    } catch {
      // It is gone already.
    }
  }

  #watch(
    program: string,
    lastLines: readonly string[],
  ): Promise<CommandError | null> {
    return new Promise((resolve) => {
      this.#child.once('error', ({message}) => {
        this.#isOver = true;
        resolve(new CommandError(program, `cannot be run: ${message}`));
      });
      this.#child.once('close', (code, signal) => {
        this.#isOver = true;
        // What it started may still be there, without the one to stop it.
        this.#signal('SIGKILL');
        if (code === 0) {
          resolve(null);
          return;
        }
        const how = signal ?? `code ${String(code)}`;
        const said = lastLines.join('\n');
        resolve(new CommandError(program, `ended with ${how}. ${said}`.trim()));
      });
    });
  }

  async #endsWithin(timeMs: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), timeMs);
    });
    const ended = this.ended.then(() => true);
    const isEnded = await Promise.race([ended, late]);
    clearTimeout(timer);
    return isEnded;
  }
}
