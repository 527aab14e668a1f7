/**
 * Loads the built bundle in a browser, twice, as pages do that embed two
 * copies, and the developer tools after it, and mounts their elements. Fails
 * on any error the page reports.
 */
import {chromium} from 'playwright-core';
import {browserFlags, findBrowser} from './find-browser.mjs';
import {createStaticServer, listen} from './static-server.mjs';
import {ROOT} from './workspace.mjs';

const ENTRIES = {
  'ls-annotation-host': '/dist/ls-annotation-host.js',
  'ls-plugin-panel': '/dist/ls-annotation-devtools.js',
};
const PAGE = '<!doctype html><html lang="en"><title>Bundle</title></html>';

const server = createStaticServer([['/dist/', `${ROOT}dist`]]);
const port = await listen(server, 0, '127.0.0.1');
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: browserFlags(),
});

const problems = [];
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  const address = `http://127.0.0.1:${port}/`;
  await page.route(address, (route) =>
    route.fulfill({contentType: 'text/html', body: PAGE}),
  );
  await page.goto(address);
  for (const [tag, entry] of Object.entries(ENTRIES)) {
    if (await page.evaluate(mount, {tag, entry})) continue;
    problems.push(`${entry} does not define <${tag}>.`);
  }
} catch (error) {
  problems.push(String(error));
} finally {
  await browser.close();
  server.close();
}

for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;

/** Runs in the page; resolves with whether the element is defined. */
async function mount({tag, entry}) {
  await import(entry);
  await import(`${entry}?again`);
  const element = document.body.appendChild(document.createElement(tag));
  await element.updateComplete;
  element.remove();
  return customElements.get(tag) !== undefined;
}
