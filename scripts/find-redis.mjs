import {spawnSync} from 'node:child_process';

/**
 * Returns the path of a Redis server for the tests, or `undefined`.
 */
export function findRedis() {
  const command = process.platform === 'win32' ? 'where' : 'which';
  const {status, stdout} = spawnSync(command, ['redis-server'], {
    encoding: 'utf8',
  });
  return status === 0 ? stdout.trim().split('\n')[0] : undefined;
}
