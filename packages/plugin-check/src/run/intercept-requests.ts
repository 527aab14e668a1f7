import type {BrowserContext, Request, Route} from 'playwright-core';

import {CheckError} from '../errors.js';

import type {RequestLog} from './request-log.js';
import type {ReadyAnswer, RouteTable} from './route-table.js';

/** What requests are answered with. */
export interface InterceptOptions {
  /** Origin of the page's own server. */
  readonly origin: string;
  /** Path of the page. */
  readonly pagePath: string;
  /** Answers by address. */
  readonly routes: RouteTable;
  /** Told of every request. */
  readonly requests: RequestLog;
  /** True to refuse remote addresses without an answer. */
  readonly isOffline: boolean;
  /** Told when an answer cannot be made. */
  readonly onError: (error: CheckError) => void;
}

/** Answers the page itself and what the routes say, and logs the requests. */
export async function interceptRequests(
  context: BrowserContext,
  options: InterceptOptions,
): Promise<void> {
  context.on('request', (request) => {
    if (!/^https?:/.test(request.url())) return;
    options.requests.note({
      url: new URL(request.url()),
      method: request.method(),
      type: request.resourceType(),
      body: request.postData(),
    });
  });
  await context.route(/^https?:/, async (route) => {
    try {
      await answer(route, options);
    } catch (error) {
      if (error instanceof CheckError) options.onError(error);
      await route.abort().catch(() => undefined);
    }
  });
}

async function answer(
  route: Route,
  {origin, pagePath, routes, isOffline}: InterceptOptions,
): Promise<void> {
  const request = route.request();
  const url = new URL(request.url());
  if (url.href === origin + pagePath) {
    return route.fulfill({contentType: 'text/html', body: PAGE});
  }
  if (routes.has(url)) {
    const ready = await routes.answer(url);
    return ready ? fulfill(route, request, ready) : route.abort();
  }
  const isRemote = url.origin !== origin;
  return isRemote && isOffline
    ? route.abort('internetdisconnected')
    : route.continue();
}

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Plugin check</title>
    <link rel="icon" href="data:," />
  </head>
  <body></body>
</html>`;

/** Any page may read what a route answers, whole or in parts. */
async function fulfill(
  route: Route,
  request: Request,
  {status, contentType, body}: ReadyAnswer,
): Promise<void> {
  const headers = {
    'access-control-allow-origin': '*',
    'accept-ranges': 'bytes',
    'content-type': contentType,
  };
  const [, first, last] =
    /^bytes=(\d+)-(\d*)$/.exec(request.headers().range ?? '') ?? [];
  if (first === undefined) return route.fulfill({status, headers, body});
  const start = Number(first);
  const end = last ? Math.min(Number(last), body.length - 1) : body.length - 1;
  return route.fulfill({
    status: 206,
    headers: {
      ...headers,
      'content-range': `bytes ${start}-${end}/${body.length}`,
    },
    body: body.subarray(start, end + 1),
  });
}
