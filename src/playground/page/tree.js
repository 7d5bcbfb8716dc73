/** What is shown, as plain values: pure functions make these trees, one function builds nodes of them. Text is always a text node, so nothing that a message contains can become markup. */

/**
 * @param {Record<string, unknown> | null} [props] attributes; `on` holds listeners, `vars` CSS variables, `data` data attributes
 * @param {...Content} children
 * @returns {Tree}
 */
export function h(tag, props, ...children) {
  return { tag, props: props ?? {}, children: flat(children) };
}

/** @returns {Tree[]} */
function flat(children) {
  return children
    .flat(Number.POSITIVE_INFINITY)
    .filter((child) => child !== null && child !== undefined && child !== false && child !== '');
}

/** The text of a tree, as a screen reader would come to it. @param {Tree} tree */
export function textOf(tree) {
  if (typeof tree === 'string') return tree;
  return tree.children.map(textOf).join('');
}
