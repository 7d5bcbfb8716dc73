/** Attributes that are set as properties, because the attribute alone would not change a live element. */
const PROPERTIES = new Set(['value', 'checked', 'disabled', 'selected', 'hidden', 'open', 'indeterminate']);

/** A button must not send the form it stands in, and a link must not tell the other page who we are. @type {Json} */
const DEFAULTS = { button: { type: 'button' }, a: { target: '_blank', rel: 'noopener noreferrer' } };

/** Builds nodes of a tree. @param {Tree} tree */
export function build(tree) {
  if (typeof tree === 'string') return document.createTextNode(tree);
  const element = document.createElement(tree.tag);
  const props = { ...DEFAULTS[tree.tag], ...tree.props };
  for (const [name, value] of Object.entries(props)) setProp(element, name, value);
  for (const child of tree.children) element.append(build(child));
  return element;
}

/** Builds a tree whose root is an element; the caller knows of which kind. @param {Tree} tree @returns {Loose} */
export function element(tree) {
  return build(tree);
}

/** Shows trees in place of what an element held. @param {Element} parent @param {...(Tree | null | false)} trees */
export function show(parent, ...trees) {
  parent.replaceChildren(...trees.filter((tree) => tree !== null && tree !== false).map((tree) => build(tree)));
}

function setProp(element, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (name === 'on') {
    for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
  } else if (name === 'vars') {
    for (const [key, held] of Object.entries(value)) element.style.setProperty(key, String(held));
  } else if (name === 'data') {
    for (const [key, held] of Object.entries(value)) {
      if (held !== null && held !== undefined) element.dataset[key] = String(held);
    }
  } else if (PROPERTIES.has(name)) {
    element[name] = value;
  } else {
    element.setAttribute(name, value === true ? '' : String(value));
  }
}

/** The element with this id, which the page has from the start. @returns {Loose} */
export function byId(id) {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no #${id}.`);
  return found;
}
