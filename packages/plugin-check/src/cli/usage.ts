/** What `--help` says. */
export const USAGE = `Usage: ls-plugin-check [options] <folder…>

Runs Label Studio plugins in a real browser and says what holds. Each folder
has plugin.js, view.xml and data.json, as the official repository has them, and
may have plugin.json, as the testing panel exports it.

  --steps <path>          scenario to drive, or a folder with <plugin>.json;
                          steps.json in the plugin's folder when left out
  --route <url>=<file>    answer an address by a local file; may be repeated
  --offline               refuse every remote address without a route
  --allow <checks>        accept findings: events,members,scripts,leftovers
  --switches <n>          how often annotations are switched (20)
  --parallel <n>          how many plugins are checked at a time (1)
  --host <folder>         folder with another ls-annotation-host.js
  --headed                show the browser
  --json                  write JSON instead of a table
  --help                  say this

Exit code: 0 when all holds, 1 when something does not, 2 when the check could
not be made.
`;
