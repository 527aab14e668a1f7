import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';
import {tsImport} from 'tsx/esm/api';
import {ROOT} from '../workspace.mjs';

/** Servers that a test can ask for, each with a port of its own. */
const DOUBLES = {
  'lightly-studio': async () => {
    const {startLightlyStudioDouble} = await tsImport(
      `${ROOT}packages/operator-server/test/double/lightly-studio-double.ts`,
      import.meta.url,
    );
    return startLightlyStudioDouble();
  },
  // The real one, in a process of its own: its packages are TypeScript.
  'operator-server': async () => {
    const child = spawn(
      process.execPath,
      [
        '--conditions=development',
        '--import=tsx',
        'packages/operator-server/test/support/serve.ts',
      ],
      {cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit']},
    );
    const [url] = await once(createInterface({input: child.stdout}), 'line');
    return {url, close: () => child.kill('SIGKILL')};
  },
};

/**
 * Starts a fresh double of a server when a test fetches `/doubles/<name>`, and
 * answers `{url}`. The port is another than the page's, so that CORS is real.
 * All of them end with the run.
 */
export function doublesPlugin() {
  const running = [];
  return {
    name: 'doubles',
    async serve({path}) {
      const start = DOUBLES[path.replace('/doubles/', '')];
      if (!path.startsWith('/doubles/') || start === undefined)
        return undefined;
      const double = await start();
      running.push(double);
      return {body: JSON.stringify({url: double.url}), type: 'json'};
    },
    async serverStop() {
      await Promise.all(running.map((double) => double.close()));
    },
  };
}
