const GROUP = 2;

/** @param {Command[]} commands */
export function leavesOf(commands) {
  return commands.flatMap((command) => leavesBelow(command.options, command.name, command.description, command));
}

function leavesBelow(options, path, description, command) {
  const nested = options.filter((option) => option.type <= GROUP);
  if (nested.length === 0) {
    const inOrder = [...options].sort((a, b) => Number(b.required === true) - Number(a.required === true));
    return [{ path, description, options: inOrder, command }];
  }
  return nested.flatMap((option) =>
    leavesBelow(option.options ?? [], `${path} ${option.name}`, String(option.description ?? ''), command),
  );
}

/** Commands that begin as typed, then those with such a word anywhere. @param {Leaf[]} leaves */
export function fittingLeaves(leaves, typed) {
  const wanted = typed.replace(/^\//, '').toLowerCase().replace(/\s+/g, ' ');
  const begins = leaves.filter((leaf) => leaf.path.startsWith(wanted));
  if (begins.length > 0 || wanted.trim() === '') return begins.length > 0 ? begins : leaves;
  const word = wanted.trim();
  return leaves.filter((leaf) => leaf.path.includes(word) || leaf.description.toLowerCase().includes(word));
}

/** The command a line names in full, and what follows it. @param {Leaf[]} leaves */
export function leafOfLine(leaves, line) {
  if (!line.startsWith('/')) return null;
  const text = line.slice(1);
  const named = leaves.filter((leaf) => text === leaf.path || text.startsWith(`${leaf.path} `));
  const [leaf] = named.sort((a, b) => b.path.length - a.path.length);
  return leaf === undefined ? null : { leaf, rest: text.slice(leaf.path.length).trimStart() };
}

/**
 * Reads `name: Worf private: True` as options. A value runs to the next option's name; text before the first name
 * belongs to the first option.
 * @param {Json[]} options
 */
export function optionsOfLine(options, rest) {
  /** @type {Map<string, string>} */
  const found = new Map();
  const names = options.map((option) => String(option.name));
  const starts = names
    .flatMap((name) => {
      const at = rest.startsWith(`${name}:`) ? 0 : rest.indexOf(` ${name}:`) + 1;
      return at === 0 && !rest.startsWith(`${name}:`) ? [] : [{ name, at }];
    })
    .sort((a, b) => a.at - b.at);
  const lead = rest.slice(0, starts[0]?.at ?? rest.length).trim();
  if (lead !== '' && names[0] !== undefined) found.set(names[0], lead);
  for (const [index, { name, at }] of starts.entries()) {
    found.set(name, rest.slice(at + name.length + 1, starts[index + 1]?.at ?? rest.length).trim());
  }
  return found;
}
