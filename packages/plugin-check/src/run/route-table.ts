import {readFile, stat} from 'node:fs/promises';
import {resolve} from 'node:path';

import {contentTypeOf} from '../../lib/static-server.mjs';
import {CheckError} from '../errors.js';

import {fitsAddress} from './address-pattern.js';
import type {RouteAnswer, RouteAnswerParts} from './route-answer.js';

/** An answer that is ready to be given. */
export interface ReadyAnswer {
  /** HTTP status. */
  readonly status: number;
  /** Content type. */
  readonly contentType: string;
  /** Body. */
  readonly body: Buffer;
}

/** Where the paths of answers are relative to. */
export interface RouteBase {
  /** Folder of the file that names them. */
  readonly folder: string;
  /** Folder of the plugin. */
  readonly plugin: string;
}

interface Route {
  readonly pattern: string;
  readonly answer: RouteAnswerParts;
  readonly base: RouteBase;
}

/** Answers by address; what was added last wins. */
export class RouteTable {
  readonly #origin: string;
  #routes: Route[] = [];

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** Adds answers. */
  add(routes: Readonly<Record<string, RouteAnswer>>, base: RouteBase): void {
    const added = Object.entries(routes).map(([pattern, answer]) => ({
      pattern,
      answer: typeof answer === 'string' ? {file: answer} : answer,
      base,
    }));
    this.#routes = [...added.reverse(), ...this.#routes];
  }

  /** Returns whether an address is answered. */
  has(url: URL): boolean {
    return this.#find(url) !== undefined;
  }

  /**
   * Returns the answer for an address, `null` when it is not to answer.
   *
   * @throws CheckError when a file is not there.
   */
  async answer(url: URL): Promise<ReadyAnswer | null> {
    const route = this.#find(url);
    if (!route || route.answer.fail === true) return null;
    const {json, text, status = 200, contentType} = route.answer;
    if (json !== undefined) {
      const body = Buffer.from(JSON.stringify(json));
      return {status, contentType: contentType ?? 'application/json', body};
    }
    if (text !== undefined) {
      const body = Buffer.from(text);
      return {status, contentType: contentType ?? 'text/plain', body};
    }
    return this.#fromFile(route, url);
  }

  #find(url: URL): Route | undefined {
    return this.#routes.find(({pattern}) =>
      fitsAddress(pattern, url, this.#origin),
    );
  }

  async #fromFile(route: Route, url: URL): Promise<ReadyAnswer> {
    const {file = '', status = 200, contentType} = route.answer;
    const path = pathOf(file, route, url);
    const stats = await stat(path).catch(() => undefined);
    if (!stats?.isFile()) {
      throw new CheckError(
        `The route for "${route.pattern}" names "${path}", which is no file.`,
      );
    }
    const body = await readFile(path);
    return {status, contentType: contentType ?? contentTypeOf(path), body};
  }
}

function pathOf(file: string, {pattern, base}: Route, url: URL): string {
  const path = file.replaceAll('{plugin}', base.plugin);
  const whole = resolve(base.folder, path);
  if (!pattern.endsWith('/')) return whole;
  const start = url.href.indexOf(pattern) + pattern.length;
  const rest = url.href.slice(start).split(/[?#]/, 1)[0] ?? '';
  return resolve(whole, decodeURIComponent(rest));
}
