// Plain JavaScript, so that an old Node can still read it and say what is missing instead of crashing later.
const OLDEST = 24;
const found = process.versions.node;
if (Number(found.split('.')[0]) < OLDEST) {
  process.stderr.write(
    `Concordance needs Node ${OLDEST} or newer, and this is Node ${found}: ` +
      'run "npm ci" without --ignore-scripts (it brings the right Node), then "npm start".\n',
  );
  process.exit(1);
}
