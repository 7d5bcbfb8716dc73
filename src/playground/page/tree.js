/**
 * What is shown, as plain values: pure functions make these trees, one function builds nodes of them.
 * Text is always a text node, so nothing that a message contains can become markup.
 *
 * @typedef {{ tag: string, props: Record<string, unknown>, children: Tree[] } | string} Tree
 * @typedef {Tree | null | undefined | false | readonly Content[]} Content
 */

/**
 * @param {string} tag
 * @param {Record<string, unknown> | null} [props] attributes; `on` holds listeners, `vars` CSS variables, `data` data attributes
 * @param {...Content} children
 * @returns {Tree}
 */
export function h(tag, props, ...children) {
  return { tag, props: props ?? {}, children: flat(children) };
}

/** @param {readonly Content[]} children @returns {Tree[]} */
function flat(children) {
  return children
    .flat(/** @type {1} */ (Number.POSITIVE_INFINITY))
    .filter((child) => child !== null && child !== undefined && child !== false && child !== '');
}

/** The text of a tree, as a screen reader would come to it. @param {Tree} tree @returns {string} */
export function textOf(tree) {
  if (typeof tree === 'string') return tree;
  return tree.children.map(textOf).join('');
}
