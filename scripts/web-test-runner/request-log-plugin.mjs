const PREFIX = '/__requests__/';

/**
 * Keeps what is asked for under a prefix, for tests of what must not be asked
 * for: the server is the one to know. The prefix itself gives the list.
 */
export function requestLogPlugin() {
  const names = [];
  return {
    name: 'request-log',
    serve({path, url, response}) {
      if (!path.startsWith(PREFIX)) return undefined;
      response.set('access-control-allow-origin', '*');
      if (path === PREFIX) return {body: JSON.stringify(names), type: 'json'};
      names.push(url.slice(PREFIX.length));
      return {body: '/* asked for */', type: 'js'};
    },
  };
}
