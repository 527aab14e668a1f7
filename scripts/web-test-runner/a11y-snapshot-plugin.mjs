/**
 * Answers `a11ySnapshot()` of the test runner's commands. The plugin that
 * ships with them calls `page.accessibility`, which Playwright has removed;
 * this one reads the same tree through the DevTools protocol.
 */
export function a11ySnapshotPlugin() {
  return {
    name: 'a11y-snapshot-command',
    async executeCommand({command, payload, session}) {
      if (command !== 'a11y-snapshot') return undefined;
      const page = session.browser.getPage(session.id);
      const client = await page.context().newCDPSession(page);
      try {
        return await snapshot(client, payload?.selector);
      } finally {
        await client.detach();
      }
    },
  };
}

/** Properties whose value is kept when it says something. */
const KEPT = new Set([
  'autocomplete',
  'checked',
  'disabled',
  'expanded',
  'focused',
  'hasPopup',
  'invalid',
  'level',
  'modal',
  'multiline',
  'multiselectable',
  'orientation',
  'pressed',
  'readonly',
  'required',
  'roledescription',
  'selected',
  'valuemax',
  'valuemin',
  'valuetext',
]);

async function snapshot(client, selector) {
  const {nodes} = await client.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  if (selector === undefined) return toTree(nodes[0], byId)[0];
  const roots = topmost(nodes, byId, await backendIds(client, selector));
  const trees = roots.flatMap((node) => toTree(node, byId));
  if (trees.length === 1) return trees[0];
  return {role: 'none', name: '', children: trees};
}

/** Backend ids of the selected DOM node and of everything inside it. */
async function backendIds(client, selector) {
  const {root} = await client.send('DOM.getDocument', {depth: 0});
  const {nodeId} = await client.send('DOM.querySelector', {
    nodeId: root.nodeId,
    selector,
  });
  if (nodeId === 0) throw new Error(`Nothing matches "${selector}".`);
  const {node} = await client.send('DOM.describeNode', {
    nodeId,
    depth: -1,
    pierce: true,
  });
  return new Set(idsWithin(node));
}

function idsWithin(node) {
  const inner = [...(node.shadowRoots ?? []), ...(node.children ?? [])];
  return [node.backendNodeId, ...inner.flatMap(idsWithin)];
}

/**
 * The nodes of the tree that stand for one of the DOM nodes and have no
 * ancestor that does: an element of no role is not in the tree itself.
 */
function topmost(nodes, byId, ids) {
  const isInside = (node) => ids.has(node?.backendDOMNodeId);
  return nodes.filter(
    (node) => isInside(node) && !isInside(byId.get(node.parentId)),
  );
}

/** The node with its subtree; an ignored node stands for its children. */
function toTree(node, byId) {
  const children = (node.childIds ?? [])
    .map((id) => byId.get(id))
    .filter((child) => child !== undefined)
    .flatMap((child) => toTree(child, byId));
  const role = node.role?.value ?? 'none';
  if (role === 'InlineTextBox') return [];
  if (node.ignored && node.parentId !== undefined) return children;
  const properties = (node.properties ?? [])
    .filter(({name, value}) => KEPT.has(name) && isTelling(value.value))
    .map(({name, value}) => [name.toLowerCase(), value.value]);
  return [
    {
      role,
      name: node.name?.value ?? '',
      ...(isTelling(node.value?.value) && {value: node.value.value}),
      ...(isTelling(node.description?.value) && {
        description: node.description.value,
      }),
      ...Object.fromEntries(properties),
      ...(children.length > 0 && {children}),
    },
  ];
}

function isTelling(value) {
  return value !== undefined && value !== '' && value !== false;
}
