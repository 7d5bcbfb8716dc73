/** @typedef {import('./tree.js').Tree} Tree */

/** Attributes that are set as properties, because the attribute alone would not change a live element. */
const PROPERTIES = new Set(['value', 'checked', 'disabled', 'selected', 'hidden', 'open', 'indeterminate']);

/** Builds nodes of a tree. @param {Tree} tree @returns {Node} */
export function build(tree) {
  if (typeof tree === 'string') return document.createTextNode(tree);
  const element = document.createElement(tree.tag);
  for (const [name, value] of Object.entries(tree.props)) setProp(element, name, value);
  for (const child of tree.children) element.append(build(child));
  return element;
}

/** Builds a tree whose root is an element. @param {Tree} tree @returns {HTMLElement} */
export function element(tree) {
  return /** @type {HTMLElement} */ (build(tree));
}

/** Shows trees in place of what an element held. @param {Element} parent @param {...(Tree | null | false)} trees */
export function show(parent, ...trees) {
  parent.replaceChildren(...trees.filter((tree) => tree !== null && tree !== false).map((tree) => build(tree)));
}

/** @param {HTMLElement} element @param {string} name @param {unknown} value */
function setProp(element, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (name === 'on') {
    for (const [event, listener] of Object.entries(/** @type {object} */ (value)))
      element.addEventListener(event, listener);
  } else if (name === 'vars') {
    for (const [key, held] of Object.entries(/** @type {object} */ (value)))
      element.style.setProperty(key, String(held));
  } else if (name === 'data') {
    for (const [key, held] of Object.entries(/** @type {object} */ (value))) {
      if (held !== null && held !== undefined) element.dataset[key] = String(held);
    }
  } else if (PROPERTIES.has(name)) {
    /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (element))[name] = value;
  } else {
    element.setAttribute(name, value === true ? '' : String(value));
  }
}

/** The element with this id, which the page has from the start. @param {string} id @returns {HTMLElement} */
export function byId(id) {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no #${id}.`);
  return found;
}
